package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.engageroutes.HandClock;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StopWhileEngageIsAwayTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final EngageCircuit circuit =
            new EngageCircuit(1, List.of(Duration.ofMillis(300)), Duration.ofSeconds(65), new HandClock());
    private final StopWhileEngageIsAway policy = new StopWhileEngageIsAway(circuit);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger consumed = new AtomicInteger();
    private ProducerTemplate queue;

    @BeforeEach
    void start() throws Exception {
        addRoute("receipts", policy);
        camel.start();
        queue = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
        policy.close();
    }

    private void addRoute(String name, StopWhileEngageIsAway its) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:" + name + "?pollTimeout=50")
                        .routeId(name)
                        .routePolicy(its)
                        .process(exchange -> consumed.incrementAndGet());
            }
        });
    }

    private boolean isConsuming(String route) {
        SedaConsumer consumer = (SedaConsumer) camel.getRoute(route).getConsumer();
        return consumer.isStarted() && !consumer.isSuspended();
    }

    private void away() {
        circuit.permit();
        circuit.failed(new ConnectException("refused"));
    }

    @Test
    void itConsumesWhileEngageIsThere() {
        queue.sendBody("seda:receipts", "1");
        await().atMost(LIMIT).until(() -> consumed.get() == 1);
        assertThat(isConsuming("receipts")).isTrue();
    }

    @Test
    void itStopsAndGoesOnAsOftenAsEngageDoes() {
        for (int outage = 1; outage <= 5; outage++) {
            away();
            await().atMost(LIMIT).until(() -> !isConsuming("receipts"));
            await().atMost(LIMIT).until(() -> isConsuming("receipts"));
            circuit.permit();
            circuit.answered();
            queue.sendBody("seda:receipts", outage);
            int all = outage;
            await().atMost(LIMIT).until(() -> consumed.get() == all);
        }
    }

    @Test
    void aRouteThatStartsDuringAnOutageDoesNotConsume() throws Exception {
        EngageCircuit gone =
                new EngageCircuit(1, List.of(Duration.ofHours(1)), Duration.ofSeconds(65), new HandClock());
        gone.failed(new ConnectException("refused"));
        try (StopWhileEngageIsAway its = new StopWhileEngageIsAway(gone)) {
            addRoute("late", its);
            await().atMost(LIMIT).until(() -> !isConsuming("late"));
            assertThat(isConsuming("receipts")).as("another circuit's route").isTrue();
        }
    }

    @Test
    void aRouteThatWasRemovedIsNotStartedAgain() throws Exception {
        away();
        await().atMost(LIMIT).until(() -> !isConsuming("receipts"));
        camel.getRouteController().stopRoute("receipts");
        assertThat(camel.removeRoute("receipts")).isTrue();
        await().atMost(LIMIT).until(() -> circuit.state().equals("half-open"));
        circuit.permit();
        circuit.answered();
        queue.sendBody("seda:receipts", "1");
        await().during(Duration.ofMillis(300)).atMost(LIMIT).until(() -> consumed.get() == 0);
    }

    @Test
    void aRouteStartedAnewAfterAnOutageConsumes() throws Exception {
        away();
        await().atMost(LIMIT).until(() -> !isConsuming("receipts"));
        camel.getRouteController().stopRoute("receipts");
        await().atMost(LIMIT).until(() -> circuit.state().equals("half-open"));
        camel.getRouteController().startRoute("receipts");
        queue.sendBody("seda:receipts", "1");
        await().atMost(LIMIT).until(() -> consumed.get() == 1);
    }

    @Test
    void aRouteThatSomebodyElseHoldsIsLeftAloneUntilItIsReleased() throws Exception {
        away();
        await().atMost(LIMIT).until(() -> !isConsuming("receipts"));
        policy.onSuspend(camel.getRoute("receipts"));
        await().atMost(LIMIT).until(() -> circuit.state().equals("half-open"));
        circuit.permit();
        circuit.answered();
        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> !isConsuming("receipts"));

        ((SedaConsumer) camel.getRoute("receipts").getConsumer()).resume();
        policy.onResume(camel.getRoute("receipts"));
        await().atMost(LIMIT).until(() -> isConsuming("receipts"));
        away();
        await().atMost(LIMIT).until(() -> !isConsuming("receipts"));
    }
}
