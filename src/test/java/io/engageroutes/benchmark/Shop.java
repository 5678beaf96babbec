package io.engageroutes.benchmark;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.poslog.PosLogFormat;
import io.engageroutes.intake.poslog.PosLogProfile;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the benchmarks work with: a document of a hundred receipts, and the steps as the application wires them. */
@State(Scope.Benchmark)
public class Shop {

    /** Receipts in the document; figures are per receipt. */
    static final int RECEIPTS = 100;

    private static final Path PROFILE = Path.of("benchmark/layouts/poslog/referee.yaml");

    byte[] document;
    List<Receipt> receipts;
    DocumentFormat format;
    ReceiptRules rules;
    Pricing pricing;

    private Source source;

    @Setup(Level.Trial)
    public void open() throws IOException {
        StoreRegister stores = new StoreRegister(List.of());
        MinorUnits units = new MinorUnits(Map.of());
        Clock afterAll = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
        source = new Source("referee", stores, ZoneOffset.UTC);
        format = new PosLogFormat(PosLogProfile.read(PROFILE));
        rules = new ReceiptRules(units, stores, new ReceiptRules.Settings(Duration.ofDays(1), true, 100), afterAll);
        pricing = new Pricing(units, new VatRates(List.of()), stores, Pricing.Settings.usual());
        document = new GeneratedTill(7).document(RECEIPTS);
        receipts = read();
    }

    /**
     * Reads the document.
     *
     * @throws IllegalStateException when anything in it is no receipt: the figure would be of something else
     */
    List<Receipt> read() throws IOException {
        List<Receipt> read = new ArrayList<>(RECEIPTS);
        try (Transactions transactions = format.read(new ByteArrayInputStream(document), source)) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                if (!(next instanceof Transaction.Sold sold)) {
                    throw new IllegalStateException("not a receipt: " + next);
                }
                read.add(sold.receipt());
            }
        }
        return read;
    }
}
