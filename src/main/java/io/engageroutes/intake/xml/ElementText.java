package io.engageroutes.intake.xml;

import java.util.function.Predicate;

/** Writes an element as XML text, indented for people. */
public final class ElementText {

    private final StringBuilder out = new StringBuilder(2048);
    private final Predicate<String> kept;

    private ElementText(Predicate<String> kept) {
        this.kept = kept;
    }

    public static String of(Element element) {
        return of(element, name -> true);
    }

    /** The same without elements and attributes whose names are not to be kept. */
    public static String of(Element element, Predicate<String> kept) {
        ElementText text = new ElementText(kept);
        text.element(element, 0);
        return text.out.toString();
    }

    private void element(Element element, int depth) {
        out.append("  ".repeat(depth)).append('<').append(element.name);
        String[] attributes = element.attributes();
        for (int i = 0; i < attributes.length; i += 2) {
            if (!kept.test(attributes[i])) {
                continue;
            }
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
                if (kept.test(child.name)) {
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
