package io.engageroutes.console;

import io.engageroutes.delivery.DeadLetterSearch;
import io.engageroutes.delivery.DocumentSearch;
import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.delivery.LedgerSearch;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.delivery.Replay;
import io.engageroutes.receipt.StoreRegister;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the calls of operations work with. */
@Configuration(proxyBeanMethods = false)
class ConsoleBeans {

    @Bean
    DeadLetterSearch deadLetterSearch(JdbcTemplate database) {
        return new DeadLetterSearch(database);
    }

    @Bean
    LedgerSearch ledgerSearch(JdbcTemplate database) {
        return new LedgerSearch(database);
    }

    @Bean
    DocumentSearch documentSearch(JdbcTemplate database) {
        return new DocumentSearch(database);
    }

    @Bean
    Replay replay(
            PlatformTransactionManager transactions, JdbcTemplate database, Clock clock, ProducerTemplate routes) {
        return new Replay(
                new TransactionTemplate(transactions),
                database,
                clock,
                parcel -> routes.sendBody("direct:replay", parcel));
    }

    @Bean
    LedgerDays ledgerDays(JdbcTemplate database) {
        return new LedgerDays(database);
    }

    @Bean
    BackfillController.Backfill backfill(ProducerTemplate routes) {
        return (name, receipts) -> {
            Exchange taken = routes.request("direct:backfill", exchange -> {
                exchange.setProperty("documentMessageId", name);
                exchange.getMessage().setBody(receipts);
            });
            if (taken.getException() != null) {
                throw new IOException(
                        "the broker or the database is away; send the same again later, nothing will be twice",
                        taken.getException());
            }
            String id = taken.getProperty("documentId", String.class);
            Object fault = taken.getProperty("documentFault");
            if (fault != null) {
                throw Refused.unprocessable(
                        "rejected",
                        "document " + id + " cannot be read any further; what came before is on its way: " + fault);
            }
            return id;
        };
    }

    @Bean
    MendedReceipts mendedReceipts(
            ReceiptCheck check, Supplier<StoreRegister> stores, @Value("${intake.zone:}") String zone) {
        return new MendedReceipts(check, stores, zone.isBlank() ? null : ZoneId.of(zone));
    }

    @Bean
    Gauge openDeadLetters(MeterRegistry metrics, DeadLetterSearch search, Clock clock) {
        return Gauge.builder("engage.routes.dead.letters", new OpenLetters(search, clock), OpenLetters::count)
                .description("Dead letters that wait for somebody")
                .strongReference(true)
                .register(metrics);
    }
}
