package io.engageroutes.intake.xml;

import com.ctc.wstx.exc.WstxLazyException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * An XML document read as a stream, from one start tag to the next. Document type declarations are refused; the charset is that of
 * the byte order mark or the XML declaration, else UTF-8.
 *
 * <p>Every failure comes as {@link BrokenDocument} with line and column, or as {@link java.io.UncheckedIOException} when the document's
 * source failed; once one was thrown it is thrown again.
 */
public final class XmlDocument implements AutoCloseable {

    private final XMLStreamReader2 xml;
    private final DocumentText text;
    private final XmlFaults faults;
    private final ElementReader elements;
    private final Deque<String> open = new ArrayDeque<>();
    private RuntimeException failed;
    private boolean atStart;
    private boolean ended;

    private XmlDocument(XMLStreamReader2 xml, DocumentText text, XmlFaults faults, ElementReader elements) {
        this.xml = xml;
        this.text = text;
        this.faults = faults;
        this.elements = elements;
    }

    /**
     * Opens a document.
     *
     * @param document its bytes; closed by whoever opened it
     * @param dropped what {@link #element} leaves out
     * @param limits how large an {@link #element} may be
     * @throws BrokenDocument when not even its beginning can be read
     * @throws IOException when the document's source failed
     */
    public static XmlDocument open(InputStream document, DropList dropped, Limits limits) throws IOException {
        DocumentText text = new DocumentText(document);
        XmlFaults faults = new XmlFaults(text);
        try {
            XMLStreamReader2 xml = (XMLStreamReader2) SafeXml.FACTORY.createXMLStreamReader(text);
            return new XmlDocument(xml, text, faults, new ElementReader(xml, text, dropped, limits));
        } catch (XMLStreamException e) {
            if (text.sourceFailure() != null) {
                throw text.sourceFailure();
            }
            throw faults.broken(e, e.getLocation());
        }
    }

    /** Moves to the next start tag and gives its local name; null at the proper end of the document. */
    public String nextStart() {
        if (failed != null) {
            throw failed;
        }
        try {
            return ended ? null : advance();
        } catch (XMLStreamException | WstxLazyException e) {
            failed = faults.of(e, xml.getLocationInfo().getCurrentLocation());
        } catch (BrokenDocument e) {
            failed = e;
        }
        throw failed;
    }

    private String advance() throws XMLStreamException {
        if (atStart) {
            open.push(xml.getLocalName());
            atStart = false;
        }
        while (true) {
            text.eventSeen();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    atStart = true;
                    return xml.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD ->
                    throw broken(
                            "doctype-forbidden",
                            null,
                            "a document type declaration can read files and fill the memory; the sender must leave DOCTYPE out");
                case XMLStreamConstants.END_DOCUMENT -> {
                    ended = true;
                    return null;
                }
                default -> {
                    // only elements say anything here
                }
            }
        }
    }

    /** Reads the element at whose start tag the document stands, to its end tag. */
    public Element element() {
        if (failed != null) {
            throw failed;
        }
        try {
            atStart = false;
            return elements.read();
        } catch (XMLStreamException | WstxLazyException e) {
            failed = faults.of(e, xml.getLocationInfo().getCurrentLocation());
            throw failed;
        }
    }

    /** True when the element just read is only the beginning of what stands in the document. */
    public boolean wasTooLarge() {
        return elements.wasTooLarge();
    }

    /** Whether an element of that name is open around the start tag at which the document stands. */
    public boolean isInside(String name) {
        return open.contains(name);
    }

    /** How many elements are open around the start tag at which the document stands; 0 for the root's. */
    public int depth() {
        return open.size();
    }

    /** The namespace of the start tag at which the document stands; empty for none. */
    public String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Where the last start tag is, such as {@code line 12, column 3}. */
    public String place() {
        return XmlFaults.place(xml.getLocationInfo().getStartLocation());
    }

    /** A fault of the whole document, at the place where it stands now. */
    public BrokenDocument broken(String code, String value, String rule) {
        Location at = xml.getLocationInfo().getStartLocation();
        return new BrokenDocument(new Fault(code, XmlFaults.place(at), value, rule));
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // gives back the parser's buffers only; the stream belongs to whoever opened it
        }
    }
}
