package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.intake.Unpacked;
import jakarta.jms.Message;
import java.time.Duration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.core.JmsTemplate;

/** The kamelet queue-messages on a real Artemis, behind a queue that is read in a transaction. */
class MessagesInTransactionTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ADDRESS = "vm://7900";
    private static final String ROUTE = """
            - route:
                id: inbox
                from:
                  uri: jms
                  parameters:
                    destinationName: inbox
                    transacted: true
                    lazyCreateTransactionManager: false
                    mapJmsMessage: false
                  steps:
                    - setProperty:
                        name: documentMessageId
                        expression:
                          constant:
                            expression: delivery-1
                    - to:
                        uri: kamelet:queue-messages
                        parameters:
                          source: till
                          format: lines
                          whenBroken: dead-letter
            """;

    private final HikariDataSource pool = Databases.h2();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS);
    private final JmsTemplate queues = new JmsTemplate(connections);
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        Configuration settings = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", ADDRESS)
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(100));
        broker.setConfiguration(settings);
        broker.start();
        queues.setReceiveTimeout(200);
        camel.getRegistry()
                .bind(
                        "documentReader",
                        new DocumentReader(
                                (name, layout) -> new LineFormat(),
                                new Documents(new JdbcTemplate(pool), new HandClock()),
                                (source, numbers) -> {},
                                () -> LineFormat.STORES,
                                null,
                                LineFormat.check(),
                                3,
                                new Unpacked.Limits(10_000_000, 200, 10)));
        camel.addComponent("jms", JmsComponent.jmsComponent(connections));
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getPropertiesComponent().addInitialProperty("queue.receipts", "receipts");
        camel.getPropertiesComponent().addInitialProperty("queue.orders", "orders");
        camel.getPropertiesComponent().addInitialProperty("queue.contacts", "contacts");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("inbox.yaml", ROUTE));
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        connections.close();
        broker.stop();
        pool.close();
    }

    private long waiting(String queue) {
        var found = broker.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /** With an id the broker would refuse the second parcel, and so roll back the message that it is made of, for ever. */
    @Test
    void theSameDocumentInTwoMessagesLeavesTheInboxTwice() throws Exception {
        for (int parcels = 1; parcels <= 2; parcels++) {
            queues.convertAndSend("inbox", "sold A\nsold B\n");
            int expected = parcels;
            await().atMost(LIMIT).until(() -> waiting("receipts") == expected && waiting("inbox") == 0);
        }
        Message first = queues.receive("receipts");
        Message again = queues.receive("receipts");
        assertThat(first.propertyExists("_AMQ_DUPL_ID")).isFalse();
        assertThat(again.propertyExists("_AMQ_DUPL_ID")).isFalse();
        assertThat(again.getBody(byte[].class)).isEqualTo(first.getBody(byte[].class));
    }
}
