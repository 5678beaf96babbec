package io.engageroutes.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;

/** The bytes of a JMS message; only of those whose body can be looked at without running the sender's code. */
final class JmsContent {

    private JmsContent() {}

    /** Null for object messages and all others that are neither text nor bytes. */
    static byte[] of(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText() == null ? new byte[0] : text.getText().getBytes(StandardCharsets.UTF_8);
        }
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.reset();
            bytes.readBytes(content);
            return content;
        }
        return null;
    }
}
