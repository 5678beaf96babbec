package io.engageroutes.intake.ubl;

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
import org.junit.jupiter.api.Assumptions;

/** Reads invoices in tests, with the layout that is shipped or with changes to it. */
final class Read {

    static final Path SHIPPED = Path.of("routes/layouts/ubl");
    static final StoreRegister STORES = new StoreRegister(List.of(
            new Store("014", "Göteborg", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
            new Store("WEB", "Webbutik", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));
    static final Source ERP = new Source("erp-invoices", STORES, null);

    private static final MinorUnits UNITS = new MinorUnits(Map.of());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private Read() {}

    static UblLayout shipped() {
        try {
            return UblLayout.read(SHIPPED.resolve("peppol-bis3.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped layout with changes. */
    static UblLayout with(String yaml) {
        try {
            return Profile.read(
                    new ByteArrayInputStream(("extends: peppol-bis3\n" + yaml).getBytes(StandardCharsets.UTF_8)),
                    "test.yaml",
                    base -> Files.newInputStream(SHIPPED.resolve(base + ".yaml")),
                    root -> UblLayout.of("test", root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real invoice, which is not part of the project. */
    static byte[] real(String name) {
        Path file = Path.of("../shared/samples/ubl-peppol").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the real sample " + name + " is not here");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Transaction> all(UblLayout layout, byte[] document) {
        List<Transaction> all = new ArrayList<>();
        try (InputStream in = new ByteArrayInputStream(document);
                Transactions transactions = new UblFormat(layout).read(in, ERP)) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                all.add(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static Transaction single(UblLayout layout, String document) {
        List<Transaction> all = all(layout, document.getBytes(StandardCharsets.UTF_8));
        if (all.size() != 1) {
            throw new AssertionError("one transaction expected: " + all);
        }
        return all.get(0);
    }

    static Receipt receipt(UblLayout layout, String document) {
        return sold(single(layout, document));
    }

    static Receipt sold(Transaction transaction) {
        if (transaction instanceof Transaction.Sold sold) {
            return sold.receipt();
        }
        throw new AssertionError("a receipt expected: " + transaction);
    }

    static Transaction.Rejected rejected(UblLayout layout, String document) {
        if (single(layout, document) instanceof Transaction.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("a rejection expected: " + single(layout, document));
    }

    /** What Engage is sent; the receipt must be right in every way. */
    static PricedReceipt priced(Receipt receipt) {
        new ReceiptRules(UNITS, STORES, ReceiptRules.Settings.usual(), CLOCK).check(receipt);
        return new Pricing(UNITS, new VatRates(List.of()), STORES, Pricing.Settings.usual()).price(receipt);
    }
}
