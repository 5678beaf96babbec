package io.engageroutes.delivery;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * What the source's step in the route says about a document, by the exchange properties that the kamelet {@code queue-messages} sets.
 *
 * @param source the source's name
 * @param format and {@code layout}: how its documents are read
 * @param whenBroken what becomes of a document that cannot be read
 * @param takesBack whether a post-void of a delivered receipt becomes a return
 * @param digitalReceipts of which receipts the customer is sent a digital one
 * @param holds whether receipts wait on the queue for post-voids
 * @param envelope what came with the document and does not stand in it
 */
record DocumentStep(
        String source,
        String format,
        String layout,
        WhenBroken whenBroken,
        boolean takesBack,
        DigitalReceipts digitalReceipts,
        boolean holds,
        Map<String, String> envelope) {

    /** @throws IllegalArgumentException when a property has a value that it cannot have */
    static DocumentStep of(Exchange exchange) {
        String source = exchange.getProperty("documentSource", String.class);
        return new DocumentStep(
                source,
                exchange.getProperty("documentFormat", String.class),
                exchange.getProperty("documentLayout", "", String.class),
                whenBroken(exchange.getProperty("documentWhenBroken", "refuse", String.class)),
                takesBack(source, exchange.getProperty("documentPostVoids", "dead-letter", String.class)),
                DigitalReceipts.of(
                        exchange.getProperty("documentDigitalReceipt", DigitalReceipts.NONE.word(), String.class)),
                exchange.getProperty("documentHoldFor", 0L, Long.class) > 0,
                envelope(exchange));
    }

    private static WhenBroken whenBroken(String word) {
        return WhenBroken.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static boolean takesBack(String source, String word) {
        return switch (word) {
            case "return" -> true;
            case "dead-letter" -> false;
            default ->
                throw new IllegalArgumentException("source " + source + ": postVoids must be dead-letter or return");
        };
    }

    /** The route's word where nothing said the topic. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> envelope(Exchange exchange) {
        Map<String, String> envelope = new HashMap<>(exchange.getProperty("documentEnvelope", Map.of(), Map.class));
        String topic = exchange.getProperty("documentTopic", "none", String.class);
        if (!topic.equals("none")) {
            envelope.putIfAbsent("topic", topic);
        }
        return envelope;
    }

    DocumentOrigin origin(String id, String name, String print) {
        return new DocumentOrigin(id, source, name, print, whenBroken, takesBack, digitalReceipts, holds);
    }
}
