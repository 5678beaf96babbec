package io.engageroutes.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.infra.Blackhole;

/** The least that anybody does who reads such bytes with the same library: a loop that goes over everything and keeps nothing. */
enum BareLoop {
    /** A cursor of Woodstox as it comes, with only document type declarations off. */
    XML {
        @Override
        void over(byte[] document, Blackhole out) throws XMLStreamException {
            XMLStreamReader xml = XML_READERS.createXMLStreamReader(new ByteArrayInputStream(document));
            while (xml.hasNext()) {
                out.consume(xml.next());
            }
            xml.close();
        }
    },

    /** The tokens of a Jackson parser. */
    JSON {
        @Override
        void over(byte[] document, Blackhole out) throws IOException {
            try (JsonParser json = JSON_READERS.createParser(document)) {
                while (json.nextToken() != null) {
                    out.consume(json.currentTokenId());
                }
            }
        }
    },

    /** Lines, each split at its semicolons. */
    DELIMITED {
        @Override
        void over(byte[] document, Blackhole out) throws IOException {
            try (BufferedReader lines = lines(document)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.consume(line.split(";"));
                }
            }
        }
    },

    /** Lines, of each the type and the first column. */
    FIXED_WIDTH {
        @Override
        void over(byte[] document, Blackhole out) throws IOException {
            try (BufferedReader lines = lines(document)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.consume(line.substring(0, 1));
                    out.consume(line.substring(1, 5));
                }
            }
        }
    };

    private static final XMLInputFactory XML_READERS = xmlReaders();
    private static final JsonFactory JSON_READERS = new JsonFactory();

    abstract void over(byte[] document, Blackhole out) throws IOException, XMLStreamException;

    private static XMLInputFactory xmlReaders() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    private static BufferedReader lines(byte[] document) {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(document), RowDocuments.CHARSET));
    }
}
