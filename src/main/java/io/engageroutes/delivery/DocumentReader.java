package io.engageroutes.delivery;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.StoreRegister;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.file.GenericFile;

/** Route steps that read a document, whatever way it came in, and yield its receipts in parcels while it streams. */
public final class DocumentReader {

    private final DocumentFormats formats;
    private final Documents documents;
    private final Supplier<StoreRegister> stores;
    private final ZoneId zone;
    private final ReceiptCheck check;
    private final int parcelSize;
    private final Unpacked.Limits limits;

    /**
     * @param stores the register of the moment, which is edited while we run
     * @param zone the zone of stores that the register does not know, or null
     * @param parcelSize most receipts in one JMS message
     */
    public DocumentReader(
            DocumentFormats formats,
            Documents documents,
            Supplier<StoreRegister> stores,
            ZoneId zone,
            ReceiptCheck check,
            int parcelSize,
            Unpacked.Limits limits) {
        this.formats = formats;
        this.documents = documents;
        this.stores = stores;
        this.zone = zone;
        this.check = check;
        this.parcelSize = parcelSize;
        this.limits = limits;
    }

    /**
     * Turns the body (a file, a JMS message, or bytes) into the document's parcels. The properties {@code documentSource},
     * {@code documentFormat}, {@code documentLayout} and {@code documentWhenBroken} say how it is read.
     *
     * @throws BrokenDocument when it is to be refused as a whole
     * @throws RejectedReceipt when one of its receipts has faults and the document is to be refused; carries those of all
     * @throws IOException when the document's source failed
     */
    public void open(Exchange exchange) throws IOException, JMSException, InvalidPayloadException {
        String source = exchange.getProperty("documentSource", String.class);
        WhenBroken whenBroken = WhenBroken.valueOf(exchange.getProperty("documentWhenBroken", String.class)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        var format = formats.format(
                exchange.getProperty("documentFormat", String.class),
                exchange.getProperty("documentLayout", "", String.class));
        OpenDocument document;
        if (exchange.getMessage().getBody() instanceof GenericFile<?> file) {
            String fingerprint = file.getAbsoluteFilePath() + '|' + file.getFileLength() + '|' + file.getLastModified();
            String print = ContentHash.of(fingerprint);
            String name = file.getFileNameOnly();
            var origin = new DocumentOrigin(documents.open(source, name, print), source, name, print, whenBroken);
            document = new OpenDocument(origin, check, parcelSize);
            document.read(format, exchange.getMessage().getMandatoryBody(InputStream.class), source(source), limits);
            exchange.setProperty("documentMovesTo", documents.archiveName(source, name, origin.id()));
        } else {
            document = message(exchange, source, whenBroken);
            if (document.content() != null) {
                document.read(format, new ByteArrayInputStream(document.content()), source(source), limits);
            }
        }
        if (whenBroken == WhenBroken.REFUSE) {
            document.refuseIfFaulty();
        }
        exchange.setProperty("document", document);
        exchange.getMessage().setBody(document);
    }

    private Source source(String name) {
        return new Source(name, stores.get(), zone);
    }

    private OpenDocument message(Exchange exchange, String source, WhenBroken whenBroken)
            throws IOException, JMSException, InvalidPayloadException {
        String id = exchange.getProperty("documentMessageId", exchange.getExchangeId(), String.class);
        byte[] content;
        Fault refused = null;
        if (exchange.getMessage().getBody() instanceof Message message) {
            // a sender may have switched ids off, then every message is a document of its own
            id = message.getJMSMessageID() == null ? id : message.getJMSMessageID();
            content = JmsContent.of(message);
            if (content == null) {
                refused = new Fault(
                        "message-type",
                        "message",
                        message.getClass().getSimpleName(),
                        "only text and bytes messages are read; object messages could run foreign code: send the receipt as JSON text");
            }
        } else {
            content = exchange.getMessage().getBody(byte[].class);
        }
        String print = ContentHash.of(source + '|' + id + '|' + (content == null ? "" : ContentHash.of(content)));
        var document = new OpenDocument(new DocumentOrigin(print, source, id, print, whenBroken), check, parcelSize);
        document.content(content);
        if (refused != null) {
            document.broken(refused);
        }
        return document;
    }

    /**
     * Enters in the ledger what the document yielded. The property {@code documentEnd} then says {@code done} or {@code failed},
     * and {@code documentFault} and {@code documentReport} why.
     */
    public void close(Exchange exchange) {
        OpenDocument document = exchange.getProperty("document", OpenDocument.class);
        document.close();
        DocumentOrigin origin = document.origin();
        Tally tally = document.tally();
        documents.close(origin.id(), origin.source(), origin.name(), origin.fingerprint(), tally);
        exchange.setProperty("documentEnd", tally.fault() == null ? "done" : "failed");
        exchange.setProperty("documentFault", tally.fault());
        exchange.setProperty("documentId", origin.id());
        exchange.setProperty("documentReport", DocumentReport.report(origin, tally));
        exchange.setProperty("documentSummary", DocumentReport.summary(origin, tally));
    }

    /** For the answer to a callback: every fault of a refused document. */
    public static List<Fault> faults(Exception cause) {
        return cause instanceof RejectedReceipt rejected
                ? rejected.faults()
                : List.of(((BrokenDocument) cause).fault());
    }
}
