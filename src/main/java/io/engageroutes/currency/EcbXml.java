package io.engageroutes.currency;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The gesmes envelope: {@code Cube} around {@code Cube time} around {@code Cube currency rate}. */
final class EcbXml {

    private static final String RATES = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

    private final RateDays days;
    private Map<String, BigDecimal> day;
    private int dayDepth;
    private int depth;

    private EcbXml(RateDays days) {
        this.days = days;
    }

    static PublishedRates read(byte[] file, String name) {
        EcbXml rates = new EcbXml(new RateDays(name));
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                rates.take(xml.next(), xml);
            }
        } catch (XMLStreamException e) {
            String place =
                    e.getLocation() == null ? "XML" : "line " + e.getLocation().getLineNumber();
            throw new UnreadableRates(
                    name,
                    place,
                    null,
                    "is not well-formed (" + firstLine(e) + "): the file is cut off or damaged; fetch it again");
        }
        return rates.days.finish();
    }

    private void take(int event, XMLStreamReader xml) {
        String place = "line " + xml.getLocation().getLineNumber();
        if (event == XMLStreamConstants.DTD) {
            throw days.unreadable(
                    place, "<!DOCTYPE>", "is no part of a file of rates: a web page in its place? Look at the file");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            start(xml, place + ", element " + xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT && depth-- == dayDepth) {
            day = null;
        }
    }

    private void start(XMLStreamReader xml, String place) {
        depth++;
        if (depth == 1 && !xml.getLocalName().equals("Envelope")) {
            throw days.unreadable(place, xml.getLocalName(), "a file of rates begins with gesmes:Envelope");
        }
        if (!xml.getLocalName().equals("Cube") || !RATES.equals(xml.getNamespaceURI())) {
            return;
        }
        String time = xml.getAttributeValue(null, "time");
        String currency = xml.getAttributeValue(null, "currency");
        String rate = xml.getAttributeValue(null, "rate");
        if (time != null) {
            day = days.begin(date(time, place), place);
            dayDepth = depth;
        }
        if (currency != null || rate != null) {
            if (day == null) {
                throw days.unreadable(place, currency, "is not inside a Cube with a time: it is a rate of no day");
            }
            days.put(day, currency, rate, place);
        }
    }

    private LocalDate date(String time, String place) {
        try {
            return LocalDate.parse(time);
        } catch (DateTimeParseException e) {
            throw days.unreadable(place, time, "time is a day such as 2025-05-09");
        }
    }

    private static String firstLine(XMLStreamException e) {
        return e.getMessage().lines().findFirst().orElse("");
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }
}
