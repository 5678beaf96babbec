package io.engageroutes.intake.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;

/** The one factory of XML readers: no document type declarations, no external entities, bounded depth and attributes. */
final class SafeXml {

    private static final int MOST_ATTRIBUTES = 250;
    private static final int LONGEST_ATTRIBUTE = 512 * 1024;
    private static final int DEEPEST_ELEMENT = 1000;

    static final WstxInputFactory FACTORY = factory();
    /** For documents whose root was cut off, and with it what the prefixes stand for. */
    static final WstxInputFactory FRAGMENTS = fragments();

    private SafeXml() {}

    private static WstxInputFactory fragments() {
        WstxInputFactory factory = factory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
        return factory;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
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
        return factory;
    }
}
