package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came out of a document that was read to its end. */
record Reading(List<Transaction> transactions, Fault broken) {

    static final Source SOURCE = new Source(
            "till",
            new StoreRegister(List.of(
                    new Store("014", "Stockholm", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
                    new Store("30017", "Lisboa", ZoneId.of("Europe/Lisbon"), "PT", "pt-PT"),
                    new Store("#1002", "San Francisco", ZoneId.of("America/New_York"), "US", "en-US"),
                    new Store("201", "Helsinki", ZoneId.of("Europe/Helsinki"), "FI", "fi-FI"))),
            null);

    /** A layout with short names, for tests of single rules. */
    static final String SMALL = """
            encoding: UTF-8
            receiptBy: [No]
            uniqueId: "{source}-{receipt}"
            numbers: { decimal: ",", negative: [leading] }
            dateTime: yyyy-MM-dd HH:mm
            returns: { by: quantity }
            receipt:
              storeId: { constant: "014" }
              receiptNumber: No
              dateTime: At
              currency: { constant: SEK }
              total: Total
            line:
              sku: Sku
              articleName: Name
              quantity: Qty
              gross: Sum
            """;

    static final String HEADER = "No;At;Sku;Name;Qty;Sum;Total\n";

    /** A row of receipt {@code number} for {@link #SMALL}. */
    static String row(String number, String sum, String total) {
        return number + ";2026-03-01 12:00;A;Name;1;" + sum + ";" + total + "\n";
    }

    static Layout layout(String yaml) {
        return Layout.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    }

    static Layout shipped(String name) {
        try {
            return Layout.read(Path.of("routes/layouts", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layout for a part of a file, without types of this kind. */
    static Layout layoutWithout(Layout layout, RecordKind kind) {
        Map<String, RecordType> types = new LinkedHashMap<>(layout.records().types());
        types.values().removeIf(type -> type.kind() == kind);
        RecordTypes records =
                new RecordTypes(layout.records().from(), layout.records().length(), types);
        return new Layout(layout.dialect(), layout.isTyped(), records, layout.grouping(), layout.mapping());
    }

    static Reading small(String more, String document) {
        return of(layout(SMALL + more), document.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(Layout layout, byte[] document) {
        List<Transaction> read = new ArrayList<>();
        try (Transactions transactions = format(layout).read(new ByteArrayInputStream(document), SOURCE)) {
            for (Transaction each = transactions.next(); each != null; each = transactions.next()) {
                read.add(each);
            }
            return new Reading(read, null);
        } catch (BrokenDocument e) {
            return new Reading(read, e.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentFormat format(Layout layout) {
        return layout.dialect().fixedWidth() ? new FixedWidthFormat(layout) : new DelimitedFormat(layout);
    }

    /** The reasons of what was no sale. */
    List<String> reasons() {
        return transactions.stream()
                .filter(Transaction.NonSale.class::isInstance)
                .map(each -> ((Transaction.NonSale) each).reason())
                .toList();
    }

    List<Receipt> receipts() {
        return transactions.stream()
                .filter(Transaction.Sold.class::isInstance)
                .map(each -> ((Transaction.Sold) each).receipt())
                .toList();
    }

    List<String> receiptNumbers() {
        return receipts().stream().map(Receipt::receiptNumber).toList();
    }

    Receipt only() {
        if (transactions.size() != 1 || receipts().size() != 1 || broken != null) {
            throw new AssertionError("not one receipt: " + this);
        }
        return receipts().get(0);
    }

    List<Transaction.Rejected> rejected() {
        return transactions.stream()
                .filter(Transaction.Rejected.class::isInstance)
                .map(Transaction.Rejected.class::cast)
                .toList();
    }

    /** The faults of all rejected transactions as code and place. */
    List<String> faults() {
        return rejected().stream()
                .flatMap(each -> each.faults().stream())
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }
}
