package io.engageroutes.intake.saft;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.XmlDocument;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads SAF-T Cash Register documents of Norway and Denmark as one layout understands them, as a stream with one transaction in
 * memory at a time. They name no customer: their receipts have no contact key.
 */
public final class SaftFormat implements DocumentFormat {

    private final SaftLayout layout;

    public SaftFormat(SaftLayout layout) {
        this.layout = layout;
    }

    @Override
    public SaftDocument read(InputStream document, Source source) throws IOException {
        SaftDocument saft = new SaftDocument(XmlDocument.open(document, layout.dropped, layout.limits), layout, source);
        saft.begin();
        return saft;
    }

    /**
     * The namespace of a document's root, which tells its country; empty when it has none.
     *
     * @throws io.engageroutes.intake.BrokenDocument when not even that can be read
     * @throws IOException when the document's source failed
     */
    public static String namespace(InputStream document) throws IOException {
        try (XmlDocument xml = XmlDocument.open(document, DropList.NONE, Limits.USUAL)) {
            return xml.nextStart() == null ? "" : xml.namespace();
        }
    }
}
