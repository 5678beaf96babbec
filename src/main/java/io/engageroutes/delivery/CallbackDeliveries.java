package io.engageroutes.delivery;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Route steps of callbacks that were taken: what came with them, and whether the shop sent one of them again.
 *
 * <p>A delivery belongs to the inbox message that took it first. The same inbox message may come again, after a crash rolled back what
 * it had queued; another one with the same delivery id and the same bytes is a repeat.
 */
public final class CallbackDeliveries {

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration keepFor;

    /** @param keepFor for how long a repeat is known as one; later it is still known by its business key */
    public CallbackDeliveries(JdbcTemplate database, Clock clock, Duration keepFor) {
        this.database = database;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /** Sets the properties {@code documentMessageId}, {@code documentEnvelope} and {@code callbackIsRepeat}. */
    public void open(Exchange exchange) throws JMSException {
        Message message = exchange.getMessage().getBody(Message.class);
        Map<String, String> envelope = new HashMap<>();
        for (String name : List.of("deliveryId", "topic", "shop")) {
            String value = message.getStringProperty(name);
            if (value != null) {
                envelope.put(name, value);
            }
        }
        exchange.setProperty("documentEnvelope", envelope);
        String delivery = envelope.get("deliveryId");
        exchange.setProperty("callback-topic", envelope.get("topic"));
        exchange.setProperty("callbackIsRepeat", false);
        if (delivery == null) {
            return; // the same bytes may be news: a shop that only sends an id sends them at every change
        }
        exchange.setProperty("documentMessageId", delivery);
        if (message.getJMSMessageID() == null) {
            return; // somebody put it there without an id, so nothing tells a repeat from a second try of ours
        }
        byte[] bytes = JmsContent.of(message).bytes();
        String key = ContentHash.of(exchange.getProperty("callbackSource", String.class)
                + '|'
                + delivery
                + '|'
                + ContentHash.of(bytes == null ? new byte[0] : bytes));
        exchange.setProperty("callbackIsRepeat", isRepeat(key, message.getJMSMessageID()));
    }

    private boolean isRepeat(String key, String inboxMessage) {
        database.update(
                "insert into callback_delivery (delivery_key, inbox_message, taken_at) values (?, ?, ?) on conflict do nothing",
                key,
                inboxMessage,
                clock.millis());
        return !database.queryForList(
                        "select inbox_message from callback_delivery where delivery_key = ?", String.class, key)
                .contains(inboxMessage);
    }

    /** Deletes what is older than it is kept. */
    public void forget() {
        database.update("delete from callback_delivery where taken_at < ?", clock.millis() - keepFor.toMillis());
    }
}
