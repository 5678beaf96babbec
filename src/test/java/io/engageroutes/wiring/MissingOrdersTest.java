package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.gaps.MissingOrder;
import io.engageroutes.gaps.OrderNumbers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The shipped kamelet and the gauge over the real beans. */
class MissingOrdersTest {

    private final HikariDataSource pool = Databases.h2();
    private final HandClock clock = new HandClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OrderNumbers numbers = new GapBeans()
            .orderNumbers(
                    new JdbcTransactionManager(pool),
                    new JdbcTemplate(pool),
                    clock,
                    new GapSettings(Duration.ofHours(1), 10_000),
                    metrics);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aRoundGivesOneMessageForEachMissingNumber() throws Exception {
        numbers.note("shop", List.of("1005", "1009"));
        clock.advance(Duration.ofHours(1));
        List<MissingOrder> given = new CopyOnWriteArrayList<>();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("orderNumbers", numbers);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            ResourceHelper.resolveResource(camel, "file:routes/kamelets/missing-orders.kamelet.yaml"));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("kamelet:missing-orders?source=shop&every=20&most=2")
                            .process(exchange -> given.add(exchange.getMessage().getBody(MissingOrder.class)));
                }
            });
            camel.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> given.size() >= 2);
        }

        assertThat(given.subList(0, 2)).extracting(MissingOrder::number).containsExactly(1006L, 1007L);
    }

    @Test
    void theGaugeCountsWhatIsLateAndIsThereAfterARestart() {
        numbers.note("shop", List.of("1005", "1009"));
        assertThat(missing(metrics)).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(missing(metrics)).isEqualTo(3);

        SimpleMeterRegistry afterwards = new SimpleMeterRegistry();
        new GapBeans()
                .orderNumbers(
                        new JdbcTransactionManager(pool),
                        new JdbcTemplate(pool),
                        clock,
                        new GapSettings(Duration.ofHours(1), 10_000),
                        afterwards);
        assertThat(missing(afterwards)).isEqualTo(3);
    }

    private static double missing(SimpleMeterRegistry registry) {
        return registry.get("engage.routes.orders.missing")
                .tag("source", "shop")
                .gauge()
                .value();
    }
}
