package io.engageroutes.delivery;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        String source = exchange.getProperty("documentSource", String.class);
        DocumentFormat format = formats.format(
                exchange.getProperty("documentFormat", String.class),
                exchange.getProperty("documentLayout", "", String.class));
        OpenDocument document = exchange.getMessage().getBody() instanceof GenericFile<?> file
                ? file(exchange, file, format, source)
                : message(exchange, format, source);
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
        String source = exchange.getProperty("documentSource", String.class);
        DocumentFormat format = formats.format(
                exchange.getProperty("documentFormat", String.class),
                exchange.getProperty("documentLayout", "", String.class));
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        DocumentOrigin origin = DocumentOrigin.looked(source);
        try (OpenDocument document = new OpenDocument(origin, check, parcelSize, came -> {})) {
            document.read(
                    format,
                    new ByteArrayInputStream(bytes),
                    new Source(source, stores.get(), zone, null, envelope(exchange)),
                    limits);
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

    /** What came with the document and does not stand in it; the route's word where nothing said the topic. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> envelope(Exchange exchange) {
        Map<String, String> envelope = new HashMap<>(exchange.getProperty("documentEnvelope", Map.of(), Map.class));
        String topic = exchange.getProperty("documentTopic", "none", String.class);
        if (!topic.equals("none")) {
            envelope.putIfAbsent("topic", topic);
        }
        return envelope;
    }

    /** What the source's step in the route says, as far as every document of it is the same. */
    private static DocumentOrigin origin(Exchange exchange, String id, String source, String name, String print) {
        WhenBroken whenBroken = WhenBroken.valueOf(exchange.getProperty("documentWhenBroken", String.class)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        boolean takesBack =
                switch (exchange.getProperty("documentPostVoids", "dead-letter", String.class)) {
                    case "return" -> true;
                    case "dead-letter" -> false;
                    default ->
                        throw new IllegalArgumentException(
                                "source " + source + ": postVoids must be dead-letter or return");
                };
        boolean holds = exchange.getProperty("documentHoldFor", 0L, Long.class) > 0;
        DigitalReceipts digitalReceipts = DigitalReceipts.of(
                exchange.getProperty("documentDigitalReceipt", DigitalReceipts.NONE.word(), String.class));
        return new DocumentOrigin(id, source, name, print, whenBroken, takesBack, digitalReceipts, holds);
    }

    private OpenDocument file(Exchange exchange, GenericFile<?> file, DocumentFormat format, String source)
            throws IOException, InvalidPayloadException {
        String name = file.getFileNameOnly();
        String print =
                ContentHash.of(file.getAbsoluteFilePath() + '|' + file.getFileLength() + '|' + file.getLastModified());
        String id = documents.open(source, name, print);
        OpenDocument document = new OpenDocument(
                origin(exchange, id, source, name, print), check, parcelSize, came -> numbers.accept(source, came));
        InputStream stream = exchange.getMessage().getMandatoryBody(InputStream.class);
        document.read(format, stream, new Source(source, stores.get(), zone, null, envelope(exchange)), limits);
        exchange.setProperty("documentMovesTo", documents.archiveName(source, name, id));
        return document;
    }

    private OpenDocument message(Exchange exchange, DocumentFormat format, String source)
            throws IOException, JMSException {
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
        String print = ContentHash.of(source + '|' + id + '|' + (bytes == null ? "" : ContentHash.of(bytes)));
        OpenDocument document = new OpenDocument(
                origin(exchange, print, source, id, print), check, parcelSize, came -> numbers.accept(source, came));
        document.content(bytes);
        Fault refused = exchange.getProperty("documentRefused", content.refused(), Fault.class);
        if (refused != null) {
            document.broken(refused);
        } else if (bytes != null) {
            document.read(
                    format,
                    content.stream(),
                    new Source(source, stores.get(), zone, content.charset(), envelope(exchange)),
                    limits);
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
        // first: a document that is not closed is read again, and the same numbers change nothing
        document.tellNumbers();
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
