package io.engageroutes.intake.mapping;

import io.engageroutes.intake.xml.Element;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/** Makes the tree that a stylesheet works on of the elements that were read, by local names only. */
final class XmlTree {

    private XmlTree() {}

    static XdmNode of(Processor processor, Element element) throws SaxonApiException {
        return built(processor, writer -> write(element, writer));
    }

    /** Several elements below one named {@code document}. */
    static XdmNode of(Processor processor, List<Element> elements) throws SaxonApiException {
        return built(processor, writer -> {
            writer.writeStartElement("document");
            for (Element element : elements) {
                write(element, writer);
            }
            writer.writeEndElement();
        });
    }

    private interface Writing {
        void to(BuildingStreamWriter writer) throws XMLStreamException;
    }

    private static XdmNode built(Processor processor, Writing writing) throws SaxonApiException {
        DocumentBuilder builder = processor.newDocumentBuilder();
        BuildingStreamWriter writer = builder.newBuildingStreamWriter();
        try {
            writer.writeStartDocument();
            writing.to(writer);
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new SaxonApiException(e);
        }
        return writer.getDocumentNode();
    }

    private static void write(Element element, BuildingStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(element.name());
        String[] attributes = element.attributes();
        for (int at = 0; at < attributes.length; at += 2) {
            writer.writeAttribute(attributes[at], attributes[at + 1]);
        }
        if (element.hasText()) {
            writer.writeCharacters(element.text());
        }
        for (Element child = element.firstChild(); child != null; child = child.next()) {
            write(child, writer);
        }
        writer.writeEndElement();
    }
}
