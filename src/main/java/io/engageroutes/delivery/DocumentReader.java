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
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.file.GenericFile;

/** Route steps that read a document, whatever way it came in, and yield its receipts in parcels while it streams. */
public final class DocumentReader {

    private static final String MESSAGE_ID = "documentMessageId";

    private final DocumentFormats formats;
    private final Documents documents;
    private final BiConsumer<String, List<String>> numbers;
    private final Supplier<StoreRegister> stores;
    private final ZoneId zone;
    private final ReceiptCheck check;
    private final int parcelSize;
    private final Unpacked.Limits limits;

    /**
     * @param numbers is told a source's own running order numbers; the same ones again when a document is read again
     * @param stores the register of the moment, which is edited while we run
     * @param zone the zone of stores that the register does not know, or null
     * @param parcelSize most receipts in one JMS message
     */
    public DocumentReader(
            DocumentFormats formats,
            Documents documents,
            BiConsumer<String, List<String>> numbers,
            Supplier<StoreRegister> stores,
            ZoneId zone,
            ReceiptCheck check,
            int parcelSize,
            Unpacked.Limits limits) {
        this.formats = formats;
        this.documents = documents;
        this.numbers = numbers;
        this.stores = stores;
        this.zone = zone;
        this.check = check;
        this.parcelSize = parcelSize;
        this.limits = limits;
    }

    /**
     * Turns the body (a file, a JMS message, or bytes) into the document's parcels. The properties {@code documentSource},
     * {@code documentFormat}, {@code documentLayout} and {@code documentWhenBroken} say how it is read, {@code documentPostVoids}
     * what becomes of receipts that their till takes back, {@code documentHoldFor} how long they wait for that,
     * {@code documentDigitalReceipt} of which the customer is sent a digital receipt, {@code documentEnvelope} (texts by
     * name) what came with the document, and {@code documentTopic} its topic if that is not in it.
     *
     * @throws BrokenDocument when it is to be refused as a whole
     * @throws RejectedReceipt when one of its receipts has faults and the document is to be refused; carries those of all
     * @throws IOException when the document's source failed
     */
    public void open(Exchange exchange) throws IOException, JMSException, InvalidPayloadException {
        DocumentStep step = DocumentStep.of(exchange);
        OpenDocument document = exchange.getMessage().getBody() instanceof GenericFile<?> file
                ? file(exchange, file, step)
                : message(exchange, step);
        if (document.origin().whenBroken() == WhenBroken.REFUSE) {
            document.refuseIfFaulty();
        }
        exchange.setProperty("document", document);
        exchange.getMessage().setBody(document);
    }

    /**
     * Looks through the body (bytes) for a sender that mends what is wrong; takes nothing of it. The properties are those of {@link
     * #open}.
     *
     * @throws RejectedReceipt with all faults of all that is in it
     */
    public void refuseIfFaulty(Exchange exchange) throws IOException {
        DocumentStep step = DocumentStep.of(exchange);
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        try (OpenDocument document =
                new OpenDocument(DocumentOrigin.looked(step.source()), check, parcelSize, came -> {})) {
            read(document, step, new ByteArrayInputStream(bytes), null);
            document.refuseIfFaulty();
        }
    }

    /** Takes the bytes out of a JMS message, for steps that add to a document before it is read. */
    public void unpack(Exchange exchange) throws JMSException {
        if (exchange.getMessage().getBody() instanceof Message message) {
            if (message.getJMSMessageID() != null && exchange.getProperty(MESSAGE_ID) == null) {
                exchange.setProperty(MESSAGE_ID, message.getJMSMessageID());
            }
            JmsContent content = JmsContent.of(message);
            exchange.setProperty("documentRefused", content.refused());
            exchange.getMessage().setBody(content.bytes());
        }
    }

    private OpenDocument file(Exchange exchange, GenericFile<?> file, DocumentStep step)
            throws IOException, InvalidPayloadException {
        String name = file.getFileNameOnly();
        String print =
                ContentHash.of(file.getAbsoluteFilePath() + '|' + file.getFileLength() + '|' + file.getLastModified());
        String id = documents.open(step.source(), name, print);
        OpenDocument document = opened(step.origin(id, name, print));
        read(document, step, exchange.getMessage().getMandatoryBody(InputStream.class), null);
        exchange.setProperty("documentMovesTo", documents.archiveName(step.source(), name, id));
        return document;
    }

    private OpenDocument message(Exchange exchange, DocumentStep step) throws IOException, JMSException {
        String id = exchange.getProperty(MESSAGE_ID, String.class);
        JmsContent content;
        if (exchange.getMessage().getBody() instanceof Message message) {
            id = id == null ? message.getJMSMessageID() : id;
            content = JmsContent.of(message);
        } else {
            content = new JmsContent(exchange.getMessage().getBody(byte[].class), null, null);
        }
        if (id == null) {
            id = exchange.getExchangeId(); // its sender gives none, so every message is a document of its own
        }
        byte[] bytes = content.bytes();
        String print = ContentHash.of(step.source() + '|' + id + '|' + (bytes == null ? "" : ContentHash.of(bytes)));
        OpenDocument document = opened(step.origin(print, id, print));
        document.content(bytes);
        Fault refused = exchange.getProperty("documentRefused", content.refused(), Fault.class);
        if (refused != null) {
            document.broken(refused);
        } else if (bytes != null) {
            read(document, step, content.stream(), content.charset());
        }
        return document;
    }

    private OpenDocument opened(DocumentOrigin origin) {
        return new OpenDocument(origin, check, parcelSize, came -> numbers.accept(origin.source(), came));
    }

    /** @param charset of the bytes, where it is known from how they came; else null */
    private void read(OpenDocument document, DocumentStep step, InputStream bytes, Charset charset) throws IOException {
        Source source = new Source(step.source(), stores.get(), zone, charset, step.envelope());
        document.read(formats.format(step.format(), step.layout()), bytes, source, limits);
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
        // first: a document that is not closed is read again, and the same numbers change nothing
        document.tellNumbers();
        documents.close(origin.id(), origin.source(), origin.name(), origin.fingerprint(), tally);
        exchange.setProperty("documentEnd", tally.fault() == null ? "done" : "failed");
        exchange.setProperty("documentFault", tally.fault());
        exchange.setProperty("documentId", origin.id());
        exchange.setProperty("documentReport", DocumentReport.report(origin, tally));
        exchange.setProperty("documentSummary", DocumentReport.summary(origin, tally));
    }
}
