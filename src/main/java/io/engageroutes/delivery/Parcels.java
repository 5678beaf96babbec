package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** Route step that opens a parcel. */
public final class Parcels {

    private static final int MOST_SHOWN = 20_000;

    /**
     * Turns the body into the parcel's messages and keeps them as the property {@code messages}. What somebody else put on our
     * queue becomes a dead letter like everything else that cannot be read.
     */
    public void unpack(Exchange exchange) throws JMSException {
        unpack(exchange, Kind.RECEIPT);
    }

    /** The same on the queue of orders. */
    public void unpackOrders(Exchange exchange) throws JMSException {
        unpack(exchange, Kind.ORDER);
    }

    /** The same on the queue of contacts. */
    public void unpackContacts(Exchange exchange) throws JMSException {
        unpack(exchange, Kind.CONTACT);
    }

    private static void unpack(Exchange exchange, Kind kind) throws JMSException {
        List<FlowMessage> messages = open(content(exchange), kind);
        exchange.setProperty("messages", messages);
        // a plain message from here on: a JMS message is copied with its session and body at every step
        exchange.setMessage(new DefaultMessage(exchange.getContext()));
        exchange.getMessage().setBody(messages);
    }

    /** An object message is never opened; its name alone makes a dead letter of its own of it. */
    private static byte[] content(Exchange exchange) throws JMSException {
        byte[] content;
        if (exchange.getMessage().getBody() instanceof Message message) {
            content = JmsContent.of(message).bytes();
            if (content == null) {
                String name = message.getClass().getSimpleName() + ' ' + message.getJMSMessageID();
                content = name.getBytes(StandardCharsets.UTF_8);
            }
        } else {
            content = exchange.getMessage().getBody(byte[].class);
        }
        return content == null ? new byte[0] : content;
    }

    private static List<FlowMessage> open(byte[] body, Kind kind) {
        try {
            Parcel parcel = ParcelJson.read(body);
            if (parcel.entries().stream().anyMatch(entry -> entry.kind() != kind)) {
                throw new UnreadableParcel("expected " + kind.flow() + " on this queue", null);
            }
            return parcel.messages();
        } catch (UnreadableParcel unreadable) {
            String id = ContentHash.of(body);
            String text = new String(body, 0, Math.min(body.length, MOST_SHOWN), StandardCharsets.UTF_8);
            Fault fault = new Fault(
                    "unreadable-parcel",
                    "message",
                    null,
                    unreadable.getMessage() + "; send messages to a queue that a source reads, not to our own");
            return new Parcel(
                            "unknown",
                            id,
                            "unknown",
                            List.of(Parcel.Entry.rejected(id + "-1", "message", kind, List.of(fault), null, text)))
                    .messages();
        }
    }
}
