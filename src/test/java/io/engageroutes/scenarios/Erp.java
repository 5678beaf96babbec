package io.engageroutes.scenarios;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The ERP: a JMS client with a connection of its own over the network. */
final class Erp {

    static final String QUEUE = "erp.receipts";

    static final String IDOCS = "erp.idocs";
    static final String INVOICES = "erp.invoices";

    private final String broker;
    private final String queue;

    Erp(String broker) {
        this(broker, QUEUE);
    }

    private Erp(String broker, String queue) {
        this.broker = broker;
        this.queue = queue;
    }

    /** The same ERP writing to another of its queues. */
    Erp to(String otherQueue) {
        return new Erp(broker, otherQueue);
    }

    /** Makes a message. */
    interface Writing {
        Message in(Session session) throws JMSException;
    }

    void sendText(String text) {
        send(session -> session.createTextMessage(text));
    }

    void sendBytes(String text) {
        sendBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void sendBytes(byte[] content) {
        send(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(content);
            return message;
        });
    }

    void sendObject(Serializable object) {
        send(session -> session.createObjectMessage(object));
    }

    void sendMap(String name, String value) {
        send(session -> {
            MapMessage message = session.createMapMessage();
            message.setString(name, value);
            return message;
        });
    }

    /** Sends one message and has it durable. */
    void send(Writing writing) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(writing.in(session));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
