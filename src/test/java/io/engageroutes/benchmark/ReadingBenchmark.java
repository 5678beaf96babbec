package io.engageroutes.benchmark;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long each reader takes from a document's bytes to canonical receipts, beside a bare loop over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @Param
    Form form;

    private List<byte[]> documents;
    private DocumentFormat format;
    private Source source;

    @Setup
    public void write() {
        StoreRegister stores = new StoreRegister(IntStream.range(0, Purchases.STORES)
                .mapToObj(at -> new Store("" + (Purchases.FIRST_STORE + at), "Store " + at, ZONE, "SE", "sv-SE"))
                .toList());
        documents = form.documents();
        format = form.reader();
        source = new Source("till", stores, ZONE);
    }

    /** Fails when anything is no receipt or one is missing: the figure would be of something else. */
    @Benchmark
    public void read(Blackhole out) throws IOException {
        int receipts = 0;
        for (byte[] document : documents) {
            try (Transactions transactions = format.read(new ByteArrayInputStream(document), source)) {
                for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                    if (!(next instanceof Transaction.Sold sold)) {
                        throw new IllegalStateException("not a receipt: " + next);
                    }
                    out.consume(sold.receipt());
                    receipts++;
                }
            }
        }
        if (receipts != form.receipts()) {
            throw new IllegalStateException(receipts + " receipts");
        }
    }

    @Benchmark
    public void bare(Blackhole out) throws IOException, XMLStreamException {
        for (byte[] document : documents) {
            form.bare().over(document, out);
        }
    }
}
