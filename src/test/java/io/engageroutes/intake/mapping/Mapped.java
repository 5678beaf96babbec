package io.engageroutes.intake.mapping;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads documents by a mapping to their end and keeps what came out. */
record Mapped(List<Transaction> transactions, Fault broken) {

    static final StoreRegister STORES = new StoreRegister(List.of(
            new Store("014", "Göteborg", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
            new Store("11111", "Kiruna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));
    static final Source SOURCE = new Source("till", STORES, null);

    static Path layout(String name) {
        return Path.of("routes/layouts", name);
    }

    static Path sample(String name) {
        return Path.of("../shared/samples", name);
    }

    static MappedJsonFormat json(Path mapping) {
        try {
            return MappedJsonFormat.read(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping with its settings in a folder of its own; null for no settings. */
    static MappedJsonFormat json(Path folder, String jslt, String settings) {
        try {
            Path mapping = Files.writeString(folder.resolve("own.jslt"), jslt);
            if (settings != null) {
                Files.writeString(folder.resolve("own.jslt.yaml"), settings);
            }
            return MappedJsonFormat.read(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapped read(DocumentFormat format, String document) {
        return read(format, document.getBytes(StandardCharsets.UTF_8));
    }

    static Mapped read(DocumentFormat format, byte[] document) {
        return read(format, new ByteArrayInputStream(document), SOURCE);
    }

    static Mapped read(DocumentFormat format, InputStream document, Source source) {
        List<Transaction> read = new ArrayList<>();
        try (Transactions transactions = format.read(document, source)) {
            for (Transaction each = transactions.next(); each != null; each = transactions.next()) {
                read.add(each);
            }
            return new Mapped(read, null);
        } catch (BrokenDocument e) {
            return new Mapped(read, e.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Receipt> receipts() {
        return transactions.stream()
                .filter(Transaction.Sold.class::isInstance)
                .map(each -> ((Transaction.Sold) each).receipt())
                .toList();
    }

    Receipt only() {
        if (transactions.size() == 1 && transactions.get(0) instanceof Transaction.Sold sold) {
            return sold.receipt();
        }
        throw new AssertionError("not one receipt: " + this);
    }

    Transaction.Rejected rejected() {
        if (transactions.size() == 1 && transactions.get(0) instanceof Transaction.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("not one rejected receipt: " + this);
    }

    List<String> faultsInShort() {
        return rejected().faults().stream()
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }

    /** What Engage would get; throws with all faults when the amounts do not agree. */
    static PricedReceipt priced(Receipt receipt) {
        VatRates rates = new VatRates(List.of(
                new VatRates.Rate("SE", new BigDecimal("25"), null, null),
                new VatRates.Rate("SE", new BigDecimal("12"), null, null)));
        return new Pricing(new MinorUnits(Map.of()), rates, STORES, Pricing.Settings.usual()).price(receipt);
    }
}
