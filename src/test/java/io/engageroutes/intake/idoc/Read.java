package io.engageroutes.intake.idoc;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads IDocs in tests, with the layout that is shipped or with changes to it. No real WPUBON01 is public: all are synthetic. */
final class Read {

    static final Path SHIPPED = Path.of("routes/layouts/idoc");
    static final StoreRegister STORES = new StoreRegister(List.of(
            new Store("3004", "Solna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
            new Store("014", "Göteborg", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));
    static final Source ERP = new Source("erp-idocs", STORES, null);

    private static final MinorUnits UNITS = new MinorUnits(Map.of());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final VatRates RATES = new VatRates(List.of(
            new VatRates.Rate("SE", new BigDecimal("25"), null, null),
            new VatRates.Rate("SE", new BigDecimal("12"), null, null)));

    private Read() {}

    static IDocLayout shipped() {
        try {
            return IDocLayout.read(SHIPPED.resolve("wpubon01.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped layout with changes. */
    static IDocLayout with(String yaml) {
        try {
            return Profile.read(
                    new ByteArrayInputStream(("extends: wpubon01\n" + yaml).getBytes(StandardCharsets.UTF_8)),
                    "test.yaml",
                    base -> Files.newInputStream(SHIPPED.resolve(base + ".yaml")),
                    root -> IDocLayout.of("test", root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transactions open(IDocLayout layout, InputStream document) {
        try {
            return new IDocFormat(layout).read(document, ERP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Transaction> all(IDocLayout layout, String document) {
        List<Transaction> all = new ArrayList<>();
        try (Transactions transactions =
                open(layout, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                all.add(next);
            }
        }
        return all;
    }

    static Transaction single(IDocLayout layout, String document) {
        List<Transaction> all = all(layout, document);
        if (all.size() != 1) {
            throw new AssertionError("one transaction expected: " + all);
        }
        return all.get(0);
    }

    static Receipt receipt(IDocLayout layout, String document) {
        return sold(single(layout, document));
    }

    static Receipt sold(Transaction transaction) {
        if (transaction instanceof Transaction.Sold sold) {
            return sold.receipt();
        }
        throw new AssertionError("a receipt expected: " + transaction);
    }

    static Transaction.Rejected rejected(IDocLayout layout, String document) {
        if (single(layout, document) instanceof Transaction.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("a rejection expected: " + single(layout, document));
    }

    /** What Engage is sent; the receipt must be right in every way. */
    static PricedReceipt priced(Receipt receipt) {
        new ReceiptRules(UNITS, STORES, ReceiptRules.Settings.usual(), CLOCK).check(receipt);
        return new Pricing(UNITS, RATES, STORES, Pricing.Settings.usual()).price(receipt);
    }
}
