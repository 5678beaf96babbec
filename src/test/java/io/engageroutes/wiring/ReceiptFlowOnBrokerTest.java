package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.engageroutes.Receipts;
import io.engageroutes.delivery.DigitalReceipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.core.MessageCreator;

/** The shipped flow on a real Artemis, in memory. */
class ReceiptFlowOnBrokerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBERS = new AtomicInteger(7000);

    private final int number = NUMBERS.incrementAndGet();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://" + number);
    private final JmsTemplate erp = new JmsTemplate(connections);
    private RunningFlow flow;

    @BeforeEach
    void start() throws Exception {
        Configuration settings = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://" + number)
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(100));
        broker.setConfiguration(settings);
        broker.start();
        JmsComponent jms = JmsComponent.jmsComponent(connections);
        new BrokerBeans().jmsComponent().configure("jms", jms);
        flow = RunningFlow.on(jms);
        erp.setReceiveTimeout(200);
    }

    @AfterEach
    void stop() throws Exception {
        flow.close();
        connections.close();
        broker.stop();
    }

    private void send(MessageCreator message) {
        erp.send("receipts", message);
    }

    private void awaitEnds(Map<String, Long> ends) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(flow.ends()).isEqualTo(ends));
    }

    private long waiting(String queue) {
        var found = broker.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    @Test
    void aParcelIsDeliveredAndGone() {
        byte[] parcel = ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"), Receipts.sale("A-2")));
        send(session -> {
            var message = session.createBytesMessage();
            message.writeBytes(parcel);
            return message;
        });
        awaitEnds(Map.of("delivered", 2L));
        await().atMost(LIMIT).until(() -> waiting("receipts") == 0);
        assertThat(flow.engage.calls()).hasSize(2);
    }

    @Test
    void whatEngageFailsOnComesBackFromTheBroker() {
        AtomicInteger failures = new AtomicInteger(3);
        flow.engage.answers(call -> Answer.of(failures.getAndDecrement() > 0 ? 503 : 202));
        String parcel = new String(ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"))), StandardCharsets.UTF_8);
        send(session -> session.createTextMessage(parcel));
        awaitEnds(Map.of("delivered", 1L));
        assertThat(flow.engage.calls()).hasSize(4);
    }

    @Test
    void aParcelIsNotLostWhileTheDatabaseIsAway() {
        flow.connections.failNext(2);
        String parcel = new String(ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"))), StandardCharsets.UTF_8);
        send(session -> session.createTextMessage(parcel));
        awaitEnds(Map.of("delivered", 1L));
        assertThat(flow.engage.calls()).hasSize(1);
    }

    @Test
    void aDigitalReceiptIsQueuedInTheTransactionOfItsParcelAndTheParcelCanComeAgain() throws Exception {
        Parcel plain = RunningFlow.parcel(Receipts.sale("A-1"));
        byte[] parcel = ParcelJson.write(
                new Parcel(plain.source(), plain.document(), "a.xml", false, DigitalReceipts.SALES, plain.entries()));
        flow.camel.getRouteController().stopRoute("orders-to-engage");
        flow.connections.failNext(2);
        send(session -> session.createTextMessage(new String(parcel, StandardCharsets.UTF_8)));
        await().atMost(LIMIT).until(() -> waiting("orders") == 1 && waiting("receipts") == 0);
        send(session -> session.createTextMessage(new String(parcel, StandardCharsets.UTF_8)));
        await().atMost(LIMIT).until(() -> waiting("orders") == 2 && waiting("receipts") == 0);

        assertThat(flow.engage.calls()).hasSize(1);
        Message first = erp.receive("orders");
        Message again = erp.receive("orders");
        assertThat(first.getStringProperty("JMSXGroupID")).isEqualTo("A-1");
        assertThat(again.getBody(byte[].class)).isEqualTo(first.getBody(byte[].class));
    }

    @Test
    void whatDiesIsCopiedToTheDeadLetterQueue() throws Exception {
        flow.engage.answers(Answer.of(422, "{\"errorCode\":\"ValidationError\"}"));
        String parcel = new String(ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"))), StandardCharsets.UTF_8);
        send(session -> session.createTextMessage(parcel));
        awaitEnds(Map.of("dead", 1L));
        await().atMost(LIMIT).until(() -> waiting("receipts.dead") == 1);
        Message copy = erp.receive("receipts.dead");
        assertThat(new String(copy.getBody(byte[].class), StandardCharsets.UTF_8))
                .contains("engage-ValidationError");
        assertThat(copy.getJMSExpiration()).isPositive();
    }

    /** Runs as soon as anybody reads it. */
    private static final class Trap implements Serializable {

        private static final AtomicBoolean SPRUNG = new AtomicBoolean();
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            SPRUNG.set(true);
        }
    }

    @Test
    void anObjectMessageIsADeadLetterAndItsCodeDoesNotRun() {
        send((Session session) -> session.createObjectMessage(new Trap()));
        send(session -> session.createMapMessage());
        awaitEnds(Map.of("dead", 2L));
        assertThat(Trap.SPRUNG).isFalse();
        assertThat(flow.deadLetters())
                .allSatisfy(letter -> assertThat(letter).containsEntry("reason", "unreadable-parcel"));
    }
}
