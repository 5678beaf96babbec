package io.engageroutes.intake.poslog;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads ARTS (NRF, OMG) POSLog documents of any version as one profile understands them.
 *
 * <p>Documents are read as a stream, one transaction in memory at a time, without document type declarations. The charset is that
 * of the byte order mark or the XML declaration, else UTF-8.
 */
public final class PosLogFormat implements DocumentFormat {

    private static final int MOST_ATTRIBUTES = 250;
    private static final int LONGEST_ATTRIBUTE = 512 * 1024;
    private static final int DEEPEST_ELEMENT = 1000;

    private final PosLogProfile profile;
    private final WstxInputFactory factory = new WstxInputFactory();

    public PosLogFormat(PosLogProfile profile) {
        this.profile = profile;
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, true);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, true);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 64);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, 16 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST_ELEMENT);
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        DocumentText text = new DocumentText(document);
        XmlFaults faults = new XmlFaults(text);
        try {
            XMLStreamReader2 xml = (XMLStreamReader2) factory.createXMLStreamReader(text);
            return new PosLogTransactions(xml, text, faults, new TransactionReader(profile, source), profile);
        } catch (XMLStreamException e) {
            if (text.sourceFailure() != null) {
                throw text.sourceFailure();
            }
            throw faults.broken(e, e.getLocation());
        }
    }
}
