package io.engageroutes.intake.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One element in memory, by local names only: dialects differ in prefixes and namespaces, not in names.
 *
 * <p>Children are a linked list because most elements have none or are walked from first to last.
 */
public final class Element {

    private static final String[] NO_ATTRIBUTES = {};

    final String name;
    private final String[] attributes;
    Element firstChild;
    Element next;
    private Element lastChild;
    private String text;
    private StringBuilder longText;

    Element(String name, String[] attributes) {
        this.name = name;
        this.attributes = attributes == null ? NO_ATTRIBUTES : attributes;
    }

    void add(Element child) {
        if (lastChild == null) {
            firstChild = child;
        } else {
            lastChild.next = child;
        }
        lastChild = child;
    }

    /** Adds a piece of text; entities, comments and buffer borders cut a text into pieces. */
    void add(String piece) {
        if (text == null) {
            text = piece;
            return;
        }
        if (longText == null) {
            longText = new StringBuilder(text);
        }
        longText.append(piece);
    }

    void end() {
        if (longText != null) {
            text = longText.toString();
            longText = null;
        }
        if (text != null) {
            text = text.strip();
        }
    }

    /** The local name. */
    public String name() {
        return name;
    }

    /** The first child element, or null; walk on with {@link #next()}. */
    public Element firstChild() {
        return firstChild;
    }

    /** The next element below the same parent, or null. */
    public Element next() {
        return next;
    }

    public boolean hasText() {
        return text != null;
    }

    /** The text without surrounding blanks; null when there is none. */
    public String text() {
        return text;
    }

    /** The attribute's value; null when it is not there. */
    public String attribute(String wanted) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(wanted)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** Changes every text and attribute value in it. */
    public void replaceTexts(UnaryOperator<String> change) {
        if (text != null) {
            text = change.apply(text);
        }
        for (int i = 1; i < attributes.length; i += 2) {
            attributes[i] = change.apply(attributes[i]);
        }
        for (Element child = firstChild; child != null; child = child.next) {
            child.replaceTexts(change);
        }
    }

    /** Names and values in turn. */
    public String[] attributes() {
        return attributes;
    }

    public Element child(String wanted) {
        for (Element child = firstChild; child != null; child = child.next) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first element on this way down, without surrounding blanks; null when nothing stands there. */
    public String text(String... way) {
        Element at = at(way);
        return at == null || at.text == null || at.text.isEmpty() ? null : at.text;
    }

    /** The first element on this way down, or null. */
    public Element at(String... way) {
        Element at = this;
        for (String name : way) {
            at = at == null ? null : at.child(name);
        }
        return at;
    }

    /** The children of one of these names, in the order of the document. */
    public List<Element> children(String... names) {
        List<Element> found = new ArrayList<>();
        for (Element child = firstChild; child != null; child = child.next) {
            for (String name : names) {
                if (child.name.equals(name)) {
                    found.add(child);
                }
            }
        }
        return found;
    }
}
