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

/** The least that anybody does who reads such bytes with the same library: a loop that looks at everything and keeps nothing. */
enum BareLoop {
    /** A cursor of Woodstox as it comes, with only document type declarations off. */
    XML {
        @Override
        long over(byte[] document) throws XMLStreamException {
            XMLStreamReader xml = XML_READERS.createXMLStreamReader(new ByteArrayInputStream(document));
            long events = 0;
            while (xml.hasNext()) {
                events += xml.next();
            }
            xml.close();
            return events;
        }
    },

    /** The tokens of a Jackson parser. */
    JSON {
        @Override
        long over(byte[] document) throws IOException {
            long tokens = 0;
            try (JsonParser json = JSON_READERS.createParser(document)) {
                while (json.nextToken() != null) {
                    tokens++;
                }
            }
            return tokens;
        }
    },

    /** Lines, each split at its semicolons. */
    DELIMITED {
        @Override
        long over(byte[] document) throws IOException {
            long values = 0;
            try (BufferedReader lines = lines(document)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    values += line.split(";").length;
                }
            }
            return values;
        }
    },

    /** Lines, of each the type and the first column. */
    FIXED_WIDTH {
        @Override
        long over(byte[] document) throws IOException {
            long characters = 0;
            try (BufferedReader lines = lines(document)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    characters +=
                            line.substring(0, 1).length() + line.substring(1, 5).length();
                }
            }
            return characters;
        }
    };

    private static final XMLInputFactory XML_READERS = xmlReaders();
    private static final JsonFactory JSON_READERS = new JsonFactory();

    abstract long over(byte[] document) throws IOException, XMLStreamException;

    private static XMLInputFactory xmlReaders() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    private static BufferedReader lines(byte[] document) {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(document), RowDocuments.CHARSET));
    }
}
