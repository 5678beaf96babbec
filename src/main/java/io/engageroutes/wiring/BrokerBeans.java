package io.engageroutes.wiring;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.jms.JmsHealthIndicator;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** The broker inside the application, and how Camel uses whichever broker there is. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class BrokerBeans {

    private static final int LARGE_MESSAGE = 400 * 1024;
    private static final int PAGE_AFTER = 64 * 1024 * 1024;

    /**
     * Never drops a message after some attempts, pages to disk instead of filling the memory, and syncs every commit.
     *
     * @param acceptor where other processes reach it, such as {@code tcp://localhost:61616}; blank for nobody
     */
    @Bean
    ArtemisConfigurationCustomizer embeddedBroker(
            @Value("${broker.acceptor:}") String acceptor,
            @Value("${broker.max-disk-usage:95}") int maxDiskUsage,
            @Value("${broker.journal-timeout-nanos:500000}") int journalTimeout) {
        return (Configuration broker) -> {
            if (!acceptor.isBlank()) {
                try {
                    broker.addAcceptorConfiguration("tcp", acceptor);
                } catch (Exception e) {
                    throw new IllegalArgumentException("broker.acceptor=" + acceptor + " is not an address", e);
                }
            }
            broker.setJournalType(JournalType.NIO);
            broker.setJournalDatasync(true);
            broker.setJournalSyncTransactional(true);
            broker.setJournalSyncNonTransactional(true);
            broker.setJournalBufferTimeout_NIO(journalTimeout);
            broker.setMaxDiskUsage(maxDiskUsage);
            broker.setSecurityEnabled(false);
            broker.addAddressSetting(
                    "#",
                    new AddressSettings()
                            .setMaxDeliveryAttempts(-1)
                            .setRedeliveryDelay(1000)
                            .setRedeliveryMultiplier(2)
                            .setMaxRedeliveryDelay(60_000)
                            .setMaxSizeBytes(PAGE_AFTER)
                            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                            .setDeadLetterAddress(SimpleString.of("DLQ"))
                            .setAutoCreateQueues(true)
                            .setAutoCreateAddresses(true)
                            .setAutoDeleteQueues(false)
                            .setAutoDeleteAddresses(false));
        };
    }

    @Bean
    ComponentCustomizer jmsComponent() {
        return ComponentCustomizer.builder(JmsComponent.class).build((type, jms) -> {
            jms.setDeliveryPersistent(true);
            jms.setDisableReplyTo(true); // a callback's exchange waits for an answer, the broker's must not
            jms.setLazyCreateTransactionManager(false);
        });
    }

    /** Asks the broker past the pool, where it would stand in line behind every consumer that tries to reconnect. */
    @Bean
    HealthIndicator jmsHealthIndicator(ConnectionFactory connections) {
        return new JmsHealthIndicator(
                connections instanceof JmsPoolConnectionFactory pool
                                && pool.getConnectionFactory() instanceof ConnectionFactory unpooled
                        ? unpooled
                        : connections);
    }

    /**
     * A parcel is to travel as one packet: above this size Artemis streams a message and keeps it in a file of its own. And a session asks
     * the broker once for a queue, not at each message.
     */
    @Bean
    static BeanPostProcessor fewerRoundTrips() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                Object factory = bean instanceof JmsPoolConnectionFactory pool ? pool.getConnectionFactory() : bean;
                if (factory instanceof ActiveMQConnectionFactory artemis) {
                    artemis.setMinLargeMessageSize(LARGE_MESSAGE);
                    artemis.setCacheDestinations(true);
                }
                return bean;
            }
        };
    }
}
