package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnnulmentTest {

    private final Pricing pricing = Prices.pricing(Pricing.Settings.usual());

    /** Whatever was bought and taken back, however discounted and paid: both receipts together are nothing, line by line. */
    @Property(tries = 500)
    void bothReceiptsTogetherAreNothing(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100_000) Integer> sold,
            @ForAll @Size(max = 3) List<@IntRange(min = 1, max = 50_000) Integer> returned,
            @ForAll @IntRange(max = 100) int discountPercent,
            @ForAll @IntRange(min = -49, max = 49) int rounding) {
        PricedReceipt sale = pricing.price(receipt(sold, returned, discountPercent, rounding));

        PricedReceipt taken = pricing.price(Annulment.of(sale));

        assertThat(taken.total()).isEqualByComparingTo(sale.total().negate());
        for (int at = 0; at < sale.lines().size(); at++) {
            PricedLine before = sale.lines().get(at);
            PricedLine after = taken.lines().get(at);
            assertThat(after.line().type()).isNotEqualTo(before.line().type());
            assertThat(after.paid()).isEqualByComparingTo(before.paid());
            assertThat(after.tax()).isEqualByComparingTo(before.tax());
        }
        assertThat(paid(taken)).isEqualByComparingTo(paid(sale).negate());
    }

    @Test
    void itHasAnIdOfItsOwnAndTheDayOfWhatItTakesBack() {
        Receipt sale = Receipts.sale("till-014-2-871");

        Receipt taken = Annulment.of(pricing.price(sale));

        assertThat(taken.uniqueId()).isEqualTo("till-014-2-871-void");
        assertThat(taken.occurredAt()).isEqualTo(sale.occurredAt());
        assertThat(taken.contactKeys()).isEqualTo(sale.contactKeys());
        assertThat(taken.receiptNumber()).isEqualTo(sale.receiptNumber());
    }

    @Test
    void aVoucherIsNotUsedAgain() {
        Receipt sale = Receipts.sale("till-1");
        Receipt withVoucher = new Receipt(
                sale.uniqueId(),
                sale.receiptNumber(),
                sale.storeId(),
                null,
                null,
                null,
                sale.occurredAt(),
                "SEK",
                sale.contactKeys(),
                sale.lines(),
                List.of(),
                List.of(
                        new Tender("bonus", null, new BigDecimal("40.00"), true, "V-1"),
                        new Tender("card", null, new BigDecimal("60.00"), false, null)),
                new BigDecimal("100.00"),
                null,
                null,
                null,
                List.of(),
                List.of(new PromotionUse("P-1", null)));

        PricedReceipt taken = pricing.price(Annulment.of(pricing.price(withVoucher)));

        assertThat(taken.vouchersUsed()).isEmpty();
        assertThat(taken.receipt().promotionsUsed()).isEmpty();
        assertThat(taken.total()).isEqualByComparingTo("-60.00");
        assertThat(paid(taken)).isEqualByComparingTo("-60.00");
    }

    private static Receipt receipt(List<Integer> sold, List<Integer> returned, int discountPercent, int rounding) {
        Receipt frame = Receipts.sale("till-1");
        List<Line> lines = new java.util.ArrayList<>();
        long goods = 0;
        for (int amount : sold) {
            goods += amount;
            lines.add(Receipts.line(lines.size() + 1, LineType.SALE, BigDecimal.valueOf(amount, 2)));
        }
        long discount = goods * discountPercent / 100;
        long total = goods - discount;
        for (int amount : returned) {
            total -= amount;
            lines.add(Receipts.line(lines.size() + 1, LineType.RETURN, BigDecimal.valueOf(amount, 2)));
        }
        return new Receipt(
                frame.uniqueId(),
                frame.receiptNumber(),
                frame.storeId(),
                null,
                null,
                null,
                frame.occurredAt(),
                "SEK",
                frame.contactKeys(),
                lines,
                discount == 0
                        ? List.of()
                        : List.of(new BasketDiscount("CLUB", null, BigDecimal.valueOf(discount, 2), List.of(), null)),
                List.of(new Tender("cash", null, BigDecimal.valueOf(total + rounding, 2), false, null)),
                BigDecimal.valueOf(total, 2),
                null,
                rounding == 0 ? null : BigDecimal.valueOf(rounding, 2),
                null,
                List.of(),
                List.of());
    }

    private static BigDecimal paid(PricedReceipt priced) {
        return priced.payments().stream().map(Tender::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
