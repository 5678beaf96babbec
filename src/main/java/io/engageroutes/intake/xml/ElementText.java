package io.engageroutes.intake.xml;

import java.util.Set;

/** Writes an element as XML text, indented for people. */
public final class ElementText {

    private final StringBuilder out = new StringBuilder(2048);
    private final Set<String> without;

    private ElementText(Set<String> without) {
        this.without = without;
    }

    public static String of(Element element) {
        return of(element, Set.of());
    }

    /** The text without the elements of these names, at any depth: what had to be read but must not be kept. */
    public static String of(Element element, Set<String> without) {
        ElementText text = new ElementText(without);
        text.element(element, 0);
        return text.out.toString();
    }

    private void element(Element element, int depth) {
        out.append("  ".repeat(depth)).append('<').append(element.name);
        String[] attributes = element.attributes();
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        if (element.firstChild == null && !element.hasText()) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        if (element.hasText()) {
            escape(element.text());
        }
        if (element.firstChild != null) {
            out.append('\n');
            for (Element child = element.firstChild; child != null; child = child.next) {
                if (!without.contains(child.name)) {
                    element(child, depth + 1);
                }
            }
            out.append("  ".repeat(depth));
        }
        out.append("</").append(element.name).append(">\n");
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
    }
}
