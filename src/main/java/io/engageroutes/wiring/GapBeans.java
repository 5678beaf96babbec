package io.engageroutes.wiring;

import io.engageroutes.gaps.OrderNumbers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What finds order numbers that never came. */
@Configuration(proxyBeanMethods = false)
class GapBeans {

    @Bean
    OrderNumbers orderNumbers(
            PlatformTransactionManager transactions,
            JdbcTemplate database,
            Clock clock,
            GapSettings settings,
            MeterRegistry metrics) {
        MissingOrderGauges gauges = new MissingOrderGauges(metrics, clock);
        OrderNumbers numbers = new OrderNumbers(
                new TransactionTemplate(transactions),
                database,
                clock,
                new OrderNumbers.Limits(settings.mostJump(), settings.after()),
                gauges::show);
        gauges.of(numbers::missing);
        numbers.sources().forEach(gauges::show);
        return numbers;
    }
}
