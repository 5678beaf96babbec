package io.engageroutes.benchmark;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one receipt costs in each of the pure steps of its way, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Shop.RECEIPTS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReceiptBenchmark {

    private final ReceiptPayload payload = new ReceiptPayload("");
    private final ExchangeRate rate = new ExchangeRate(new BigDecimal("0.9584"), LocalDate.of(2026, 1, 1), "ecb");
    private List<byte[]> canonical;
    private List<PricedReceipt> priced;

    @Setup
    public void prepare(Shop shop) {
        canonical = shop.receipts.stream().map(ReceiptJson::bytes).toList();
        priced = shop.receipts.stream().map(shop.pricing::price).toList();
        if (shop.receipts.stream()
                .anyMatch(receipt -> !shop.rules.faults(receipt).isEmpty())) {
            throw new IllegalStateException("the generated receipts have faults");
        }
    }

    @Benchmark
    public List<Receipt> readPosLog(Shop shop) throws IOException {
        return shop.read();
    }

    @Benchmark
    public void writeCanonical(Shop shop, Blackhole out) {
        shop.receipts.forEach(receipt -> out.consume(ReceiptJson.bytes(receipt)));
    }

    @Benchmark
    public void readCanonical(Blackhole out) throws IOException {
        for (byte[] bytes : canonical) {
            out.consume(ReceiptJson.read(bytes));
        }
    }

    @Benchmark
    public void validate(Shop shop, Blackhole out) {
        shop.receipts.forEach(receipt -> out.consume(shop.rules.faults(receipt)));
    }

    /** Spreads the discount over the four lines and computes their VAT. */
    @Benchmark
    public void price(Shop shop, Blackhole out) {
        shop.receipts.forEach(receipt -> out.consume(shop.pricing.price(receipt)));
    }

    @Benchmark
    public void buildPayload(Blackhole out) {
        priced.forEach(receipt -> out.consume(payload.json(receipt, rate)));
    }
}
