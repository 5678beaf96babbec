package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is a repeat of the shop's, and what is a second try of ours. */
class CallbackDeliveriesIT {

    @Nested
    class OnH2 extends Contract {
        @Override
        protected TestDatabase open() {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgreSql extends Contract {
        @Override
        protected TestDatabase open() throws IOException {
            return TestDatabase.postgreSql();
        }
    }

    abstract static class Contract extends DatabaseContract {

        private final HandClock clock = new HandClock();
        private CallbackDeliveries deliveries;

        @BeforeEach
        void begin() {
            database.jdbc().update("delete from callback_delivery");
            deliveries = new CallbackDeliveries(database.jdbc(), clock, Duration.ofDays(30));
        }

        private Exchange open(String inbox, String source, String delivery, String body) throws JMSException {
            Exchange exchange = new DefaultExchange(new DefaultCamelContext());
            exchange.setProperty("callbackSource", source);
            exchange.getMessage().setBody(message(inbox, delivery, body.getBytes(StandardCharsets.UTF_8)));
            deliveries.open(exchange);
            return exchange;
        }

        private boolean isRepeat(String inbox, String source, String delivery, String body) throws JMSException {
            return open(inbox, source, delivery, body).getProperty("callbackIsRepeat", Boolean.class);
        }

        private static Message message(String inbox, String delivery, byte[] body) {
            Message plain = JmsMessages.bytes(inbox, body);
            return (Message) Proxy.newProxyInstance(
                    BytesMessage.class.getClassLoader(),
                    new Class<?>[] {BytesMessage.class},
                    (proxy, method, arguments) -> method.getName().equals("getStringProperty")
                            ? "deliveryId".equals(arguments[0])
                                    ? delivery
                                    : "topic".equals(arguments[0]) ? "orders/paid" : null
                            : method.invoke(plain, arguments));
        }

        @Test
        void theSameDeliveryByAnotherInboxMessageIsARepeat() throws JMSException {
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
            assertThat(isRepeat("ID:2", "shop", "d-1", "a")).isTrue();
            assertThat(isRepeat("ID:3", "shop", "d-1", "a")).isTrue();
        }

        /** What it had queued before a crash was rolled back with it. */
        @Test
        void theSameInboxMessageAgainIsNone() throws JMSException {
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
            assertThat(isRepeat("ID:2", "shop", "d-1", "a")).isTrue();
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
        }

        /** An id that is used twice must not cost what stands in the second. */
        @Test
        void otherBytesOrAnotherSourceAreNone() throws JMSException {
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
            assertThat(isRepeat("ID:2", "shop", "d-1", "b")).isFalse();
            assertThat(isRepeat("ID:3", "other", "d-1", "a")).isFalse();
            assertThat(isRepeat("ID:4", "shop", "d-2", "a")).isFalse();
        }

        @Test
        void withoutADeliveryIdNothingIsARepeat() throws JMSException {
            assertThat(isRepeat("ID:1", "shop", null, "a")).isFalse();
            assertThat(isRepeat("ID:2", "shop", null, "a")).isFalse();
            assertThat(isRepeat(null, "shop", "d-1", "a")).isFalse();
        }

        @Test
        void whatIsOldIsForgotten() throws JMSException {
            assertThat(isRepeat("ID:1", "shop", "d-1", "a")).isFalse();
            clock.advance(Duration.ofDays(29));
            deliveries.forget();
            assertThat(isRepeat("ID:2", "shop", "d-1", "a")).isTrue();
            clock.advance(Duration.ofDays(2));
            deliveries.forget();
            assertThat(isRepeat("ID:3", "shop", "d-1", "a")).isFalse();
        }

        @Test
        void theStepsThatFollowLearnWhatCameWithIt() throws JMSException {
            Exchange exchange = open("ID:1", "shop", "d-1", "a");
            assertThat(exchange.getProperty("documentMessageId")).isEqualTo("d-1");
            assertThat(exchange.getProperty("documentEnvelope", Map.class))
                    .isEqualTo(Map.of("deliveryId", "d-1", "topic", "orders/paid"));
        }
    }
}
