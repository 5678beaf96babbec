package io.engageroutes.delivery;

import io.engageroutes.Receipts;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A format for tests: every line says what it is to be, such as {@code sold A} or {@code broken}. */
final class LineFormat implements DocumentFormat {

    static final StoreRegister STORES =
            new StoreRegister(List.of(new Store("014", "Göteborg", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));

    static ReceiptCheck check() {
        MinorUnits units = new MinorUnits(Map.of());
        return new ReceiptCheck(
                new ReceiptRules(units, STORES, ReceiptRules.Settings.usual(), Clock.systemUTC()),
                new Pricing(units, vat(), STORES, new Pricing.Settings(false, 1)));
    }

    private static VatRates vat() {
        try {
            return VatRates.read(new StringReader("country;percent;from;to\nSE;25;;\n"), "vat.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fault fault(String place) {
        return new Fault("broken", place, null, "a line that breaks");
    }

    private Source source;

    /** Of the last document. */
    Source source() {
        return source;
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        this.source = source;
        BufferedReader lines = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
        lines.mark(100);
        String first = lines.readLine();
        if ("unreadable".equals(first)) {
            throw new BrokenDocument(fault("line 1"));
        }
        if ("fails at once".equals(first)) {
            throw new IOException("the connection was lost");
        }
        lines.reset();
        return new Lines(lines);
    }

    private static final class Lines implements Transactions {

        private final BufferedReader lines;
        private int number;

        Lines(BufferedReader lines) {
            this.lines = lines;
        }

        @Override
        public Transaction next() {
            try {
                String line = lines.readLine();
                number++;
                return line == null ? null : transaction(line, "line " + number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Transaction transaction(String line, String place) throws IOException {
            String[] words = line.split(" ", 2);
            if (words[0].equals("seen")) {
                String[] numbered = words[1].split(" ", 2);
                return new Transaction.Numbered(transaction(numbered[1], place), numbered[0]);
            }
            return switch (words[0]) {
                case "sold" -> new Transaction.Sold(Receipts.sale(words[1]), place, () -> line);
                case "huge" -> new Transaction.Sold(Receipts.sale(words[1], "1E+1000"), place, () -> line);
                case "faulty" -> new Transaction.Sold(elsewhere(words[1]), place, () -> line);
                case "none" -> new Transaction.NonSale(words[1], place);
                case "bad" ->
                    new Transaction.Rejected(List.of(new Fault("bad", place, words[1], "no")), place, null, line);
                case "fails" -> throw new IOException("the connection was lost");
                default -> throw new BrokenDocument(fault(place));
            };
        }

        /** A receipt of a store that nobody knows. */
        private static Receipt elsewhere(String id) {
            Receipt good = Receipts.sale(id);
            return new Receipt(
                    good.uniqueId(),
                    good.receiptNumber(),
                    "999",
                    null,
                    null,
                    null,
                    good.occurredAt(),
                    good.currency(),
                    good.contactKeys(),
                    good.lines(),
                    null,
                    good.tenders(),
                    good.total(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public void close() {}
    }
}
