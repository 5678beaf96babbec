package io.engageroutes.wiring;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.delivery.ClaimKeys;
import io.engageroutes.delivery.Claims;
import io.engageroutes.delivery.DeadLetters;
import io.engageroutes.delivery.DigitalReceiptOrders;
import io.engageroutes.delivery.DocumentReader;
import io.engageroutes.delivery.Documents;
import io.engageroutes.delivery.Ends;
import io.engageroutes.delivery.FileClaims;
import io.engageroutes.delivery.Ledger;
import io.engageroutes.delivery.OrderContacts;
import io.engageroutes.delivery.Parcels;
import io.engageroutes.delivery.PostVoids;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.delivery.ReceiptSteps;
import io.engageroutes.delivery.Settlement;
import io.engageroutes.delivery.SourceTrouble;
import io.engageroutes.delivery.Turns;
import io.engageroutes.engage.EngageCircuit;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.gaps.OrderNumbers;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.StoreRegister;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the routes, under the names that the routes use. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {

    @Bean
    LiveFormats documentFormats() {
        return new LiveFormats();
    }

    @Bean
    Documents documents(JdbcTemplate database, Clock clock, MeterRegistry metrics) {
        return new Documents(database, clock, metrics);
    }

    @Bean
    DocumentReader documentReader(
            DocumentFormats formats,
            Documents documents,
            OrderNumbers numbers,
            Supplier<StoreRegister> stores,
            ReceiptCheck check,
            IntakeSettings settings) {
        return new DocumentReader(
                formats,
                documents,
                numbers::note,
                stores,
                settings.zone(),
                check,
                settings.parcel(),
                new Unpacked.Limits(settings.mostUnpacked().toBytes(), settings.mostRatio(), settings.mostEntries()));
    }

    @Bean
    FileClaims fileClaims(
            JdbcTemplate database, Clock clock, IntakeSettings settings, @Value("${server.port:8080}") String port)
            throws UnknownHostException {
        String instance = settings.instance().isBlank()
                ? InetAddress.getLocalHost().getHostName() + ':' + port
                : settings.instance();
        return new FileClaims(database, clock, settings.fileLease(), instance);
    }

    @Bean
    SourceTrouble sourceTrouble(Clock clock) {
        return new SourceTrouble(clock);
    }

    @Bean
    Parcels parcels() {
        return new Parcels();
    }

    @Bean
    ReceiptSteps receiptSteps(
            LiveRules rules,
            ExchangeRates rates,
            EngageSettings engage,
            CurrencySettings currency,
            ReceiptPayload payload) {
        return new ReceiptSteps(
                rules::rules, rules::pricing, rates, engage.groupCurrency(), currency.tillRates(), payload);
    }

    @Bean
    Claims claims(JdbcTemplate database, Clock clock, IntakeSettings settings) {
        return new Claims(database, clock, settings.claimLease());
    }

    @Bean
    ClaimKeys claimKeys(Claims claims) {
        return new ClaimKeys(claims);
    }

    @Bean
    PostVoids postVoids(JdbcTemplate database, Claims claims, Clock clock, ReceiptSettings settings) {
        return new PostVoids(database, claims, clock, settings.postVoidWindow());
    }

    @Bean
    Turns turns(JdbcTemplate database, Clock clock, IntakeSettings settings) {
        return new Turns(database, clock, settings.claimLease());
    }

    @Bean
    OrderContacts orderContacts(JdbcTemplate database, Clock clock, ReceiptSettings settings) {
        return new OrderContacts(database, clock, settings.orderContactsFor());
    }

    @Bean
    Ends ends(EngageCircuit circuit, EngageSettings settings, Clock clock) {
        return new Ends(circuit, settings.gaps(), settings.attempts(), clock);
    }

    @Bean
    DigitalReceiptOrders digitalReceipts(LiveRules rules) {
        return new DigitalReceiptOrders(rules::stores, rules::articles);
    }

    @Bean
    Ledger ledger(JdbcTemplate database, Clock clock) {
        return new Ledger(database, clock);
    }

    @Bean
    DeadLetters deadLetters(JdbcTemplate database, Clock clock) {
        return new DeadLetters(database, clock);
    }

    @Bean
    Settlement settlement(
            PlatformTransactionManager transactions,
            Claims claims,
            Ledger ledger,
            DeadLetters deadLetters,
            PostVoids postVoids,
            Turns turns,
            MeterRegistry metrics,
            Clock clock) {
        return new Settlement(
                new TransactionTemplate(transactions), claims, ledger, deadLetters, postVoids, turns, metrics, clock);
    }
}
