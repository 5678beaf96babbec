package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CallbackTopicTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CallbackTopic step = new CallbackTopic(metrics);

    private Exchange callback(String topics, String topic) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty("callbackSource", "shopify");
        exchange.setProperty("callbackScheme", "shopify");
        exchange.setProperty("callbackTopics", topics);
        exchange.getMessage().setHeader("X-Shopify-Topic", topic);
        exchange.getMessage().setHeader("X-Shopify-Webhook-Id", "d-1");
        step.note(exchange);
        return exchange;
    }

    private double counted(String topic, String end) {
        return metrics.find("engage.routes.callbacks").tags("topic", topic, "end", end).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void theHeadersOfTheSchemeSayWhatItIsAbout() {
        Exchange callback = callback("orders/paid, refunds/create", "orders/paid");
        assertThat(callback.getProperty("documentMessageId")).isEqualTo("d-1");
        assertThat(callback.getProperty("callbackIsUnwanted")).isEqualTo(false);
        assertThat(callback("orders/paid", "orders/create").getProperty("callbackIsUnwanted"))
                .isEqualTo(true);
        assertThat(callback("orders/paid", null).getProperty("callbackIsUnwanted"))
                .isEqualTo(false);
        assertThat(callback("", "orders/create").getProperty("callbackIsUnwanted"))
                .isEqualTo(false);
    }

    @Test
    void whatTheSourceDoesNotNameIsCountedAsOther() {
        step.count(callback("orders/paid", "orders/paid"), "taken");
        step.count(callback("orders/paid", "orders/create"), "ignored");
        step.count(callback("orders/paid", null), "taken");
        assertThat(counted("orders/paid", "taken")).isEqualTo(1);
        assertThat(counted("other", "ignored")).isEqualTo(1);
        assertThat(counted("none", "taken")).isEqualTo(1);
    }

    /** Each name is a time series that is kept for ever. */
    @Test
    void nobodyMakesMetricsWithoutEnd() {
        for (int each = 0; each < 1000; each++) {
            step.count(callback("", "topic/" + each), "taken");
            step.count(callback("", "strange " + each), "taken");
            step.count(callback("", "stranger/" + each), "refused");
        }
        assertThat(metrics.find("engage.routes.callbacks").counters()).hasSizeLessThanOrEqualTo(32);
        assertThat(counted("topic/0", "taken")).isEqualTo(1);
        assertThat(counted("other", "refused")).isEqualTo(1000);
    }
}
