package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was ordered and however the shop rounds: the receipt is the order's own total, to the cent. */
class WooCommercePropertiesTest {

    private static final ReceiptRules RULES = new ReceiptRules(
            new MinorUnits(Map.of()),
            Mapped.STORES,
            new ReceiptRules.Settings(Duration.ofDays(1), true, 100),
            Clock.fixed(Instant.parse("2026-11-06T00:00:00Z"), ZoneOffset.UTC));

    record Row(long price, int pieces, int percent, int percentOff) {}

    record Ordered(
            boolean inclusive, boolean atSubtotal, int decimals, List<Row> rows, long shipping, long fee, long off) {

        WooOrder order() {
            WooOrder order = new WooOrder(inclusive, atSubtotal, decimals);
            for (Row row : rows) {
                order.goods(row.price, row.pieces, row.percent, row.price * row.pieces * row.percentOff / 100);
            }
            if (rows.stream().anyMatch(row -> row.percentOff > 0)) {
                order.coupon("HÖST");
            }
            order.shipping(shipping, 25).fee("Faktura", fee, 25);
            long left = rows.stream()
                    .mapToLong(row -> row.price * row.pieces - row.price * row.pieces * row.percentOff / 100)
                    .sum();
            if (off > 0 && left > off * 2) {
                order.fee("Vänrabatt", -off, rows.get(0).percent);
            }
            return order;
        }
    }

    @Provide
    Arbitrary<Ordered> orders() {
        Arbitrary<Row> rows = Combinators.combine(
                        Arbitraries.longs().between(1, 99_999),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(25, 12, 6, 0),
                        Arbitraries.of(0, 0, 0, 5, 10, 33, 100))
                .as(Row::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(2, 2, 0),
                        rows.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.longs().between(0, 9_900),
                        Arbitraries.of(0L, 0L, 1_900L),
                        Arbitraries.of(0L, 0L, 7L, 5_001L))
                .as(Ordered::new);
    }

    @Property(tries = 1000)
    void totalsAreTheShopsOwn(@ForAll("orders") Ordered ordered) {
        WooOrder order = ordered.order();
        Receipt receipt =
                Mapped.read(WooCommerceTest.WOO, order.toString()).receipts().get(0);
        assertThat(RULES.faults(receipt)).isEmpty();
        PricedReceipt priced = Mapped.priced(receipt);
        assertThat(priced.total()).isEqualByComparingTo(order.total());
        assertThat(sum(priced)).isEqualByComparingTo(order.total());
    }

    @Property(tries = 300)
    void whatIsGivenBackAsAWholeIsTheWholeReceipt(@ForAll("orders") Ordered ordered) {
        WooOrder order = ordered.order();
        order.status("refunded")
                .with("refunds", "[{\"id\": 4800, \"reason\": \"\", \"total\": \"-" + order.total() + "\"}]");
        Mapped read = Mapped.read(WooCommerceTest.WOO, order.toString());
        List<Receipt> receipts = read.receipts();
        if (order.total().signum() == 0) {
            assertThat(receipts).isEmpty();
            return;
        }
        assertThat(receipts).as(read.toString()).isNotEmpty();
        assertThat(RULES.faults(receipts.get(0))).isEmpty();
        PricedReceipt priced = Mapped.priced(receipts.get(0));
        assertThat(priced.total()).isEqualByComparingTo(order.total().negate());
        assertThat(sum(priced)).isEqualByComparingTo(order.total().negate());
        assertThat(receipts.get(0).uniqueId()).isEqualTo("till-refund-4800");
    }

    static BigDecimal sum(PricedReceipt priced) {
        return priced.lines().stream()
                .map(line -> line.line().type() == LineType.RETURN ? line.paid().negate() : line.paid())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
