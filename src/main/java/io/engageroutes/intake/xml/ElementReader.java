package io.engageroutes.intake.xml;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads one element into memory, without what is dropped and never more than the limits allow.
 */
final class ElementReader {

    /** Deeper than any till nests, far below what a recursion bears. */
    private static final int DEEPEST = 64;

    private final XMLStreamReader2 xml;
    private final DocumentText text;
    private final DropList dropped;
    private final Limits limits;
    private final boolean prefixed;
    private int elements;
    private long characters;
    private boolean tooLarge;

    /** @param prefixed whether the XML reader gives names with their prefixes */
    ElementReader(XMLStreamReader2 xml, DocumentText text, DropList dropped, Limits limits, boolean prefixed) {
        this.xml = xml;
        this.text = text;
        this.dropped = dropped;
        this.limits = limits;
        this.prefixed = prefixed;
    }

    /** Reads from the start tag that the XML reader stands at to its end tag. */
    Element read() throws XMLStreamException {
        elements = 0;
        characters = 0;
        tooLarge = false;
        Element[] open = new Element[DEEPEST];
        Element root = start();
        open[0] = root;
        int depth = 0;
        while (depth >= 0) {
            text.eventSeen();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (dropped.dropsElement(localName(), open[depth].name)) {
                        skip();
                    } else if (isTooLarge(depth)) {
                        tooLarge = true;
                        skip();
                    } else {
                        Element child = start();
                        open[depth].add(child);
                        open[++depth] = child;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(open[depth]);
                case XMLStreamConstants.END_ELEMENT -> open[depth--].end();
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("Undeclared entity '" + xml.getLocalName() + "'", xml.getLocation());
                default -> {
                    // comments and processing instructions say nothing about a receipt
                }
            }
        }
        return root;
    }

    /** The name of the element at whose start tag the XML reader stands, without prefix. */
    String localName() {
        return local(xml.getLocalName());
    }

    private String local(String name) {
        return prefixed ? name.substring(name.indexOf(':') + 1) : name;
    }

    /** True when the element just read is only the beginning of what stands in the document. */
    boolean wasTooLarge() {
        return tooLarge;
    }

    private boolean isTooLarge(int depth) {
        return tooLarge || depth + 1 == DEEPEST || elements >= limits.elements() || characters > limits.characters();
    }

    private Element start() throws XMLStreamException {
        elements++;
        String name = localName();
        int count = xml.getAttributeCount();
        if (count == 0) {
            return new Element(name, null);
        }
        String[] attributes = new String[2 * count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            String attribute = local(xml.getAttributeLocalName(i));
            if (!dropped.dropsAttribute(attribute, name) && !contains(attributes, used, attribute)) {
                String value = xml.getAttributeValue(i).strip();
                attributes[used++] = attribute;
                attributes[used++] = value;
                characters += value.length();
            }
        }
        return new Element(name, used == attributes.length ? attributes : Arrays.copyOf(attributes, used));
    }

    /** Two attributes may differ in nothing but their prefix; the first one counts. */
    private static boolean contains(String[] attributes, int used, String name) {
        for (int i = 0; i < used; i += 2) {
            if (attributes[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void text(Element element) throws XMLStreamException {
        if (tooLarge || !element.hasText() && xml.isWhiteSpace()) {
            return;
        }
        characters += xml.getTextLength();
        if (characters > limits.characters()) {
            tooLarge = true;
        } else {
            element.add(xml.getText());
        }
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            text.eventSeen();
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
