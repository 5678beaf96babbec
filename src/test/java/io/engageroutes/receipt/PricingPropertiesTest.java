package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every receipt that adds up, in currencies of 0, 2 and 3 decimals. */
class PricingPropertiesTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Property
    void linesComeToTheTotalExactly(@ForAll("receipts") Receipt receipt) {
        PricedReceipt priced = Prices.price(receipt);
        BigDecimal sum = BigDecimal.ZERO;
        for (PricedLine line : priced.lines()) {
            assertThat(line.paid().scale()).isEqualTo(decimals(receipt));
            assertThat(line.paid().signum()).isNotNegative();
            sum = line.line().type() == LineType.SALE ? sum.add(line.paid()) : sum.subtract(line.paid());
        }
        assertThat(sum).isEqualByComparingTo(priced.total());
    }

    @Property
    void paymentsLessRoundingComeToTheTotalExactly(@ForAll("receipts") Receipt receipt) {
        PricedReceipt priced = Prices.price(receipt);
        BigDecimal payments = priced.payments().stream().map(Tender::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(payments.subtract(receipt.cashRounding())).isEqualByComparingTo(priced.total());
    }

    @Property
    void whatWasPaidAndWhatWasTakenOffComeToTheGrossButForRounding(@ForAll("receipts") Receipt receipt) {
        for (PricedLine line : Prices.price(receipt).lines()) {
            BigDecimal whole =
                    line.discounts().stream().map(LineDiscount::amount).reduce(line.paid(), BigDecimal::add);
            assertThat(whole.subtract(line.line().gross()).abs())
                    .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(decimals(receipt)));
            assertThat(line.discounts())
                    .allSatisfy(share -> assertThat(share.amount().signum()).isPositive());
        }
    }

    @Property
    void vatIsThatOfWhatWasPaid(@ForAll("receipts") Receipt receipt) {
        BigDecimal half = HALF.movePointLeft(decimals(receipt));
        for (PricedLine line : Prices.price(receipt).lines()) {
            BigDecimal net = line.paid().subtract(line.tax());
            BigDecimal taxOfNet = net.multiply(line.taxPercent()).movePointLeft(2);
            // tax = net * p when tax = paid * p / (100 + p); rounding of tax by half a unit moves the difference by
            // half * (1 + p).
            assertThat(taxOfNet.subtract(line.tax()).abs()).isLessThanOrEqualTo(half.multiply(new BigDecimal("1.25")));
            assertThat(line.tax().scale()).isEqualTo(decimals(receipt));
        }
    }

    @Property
    void aReceiptIsAlwaysPricedTheSame(@ForAll("receipts") Receipt receipt) {
        assertThat(Prices.price(receipt)).isEqualTo(Prices.price(receipt));
    }

    @Property
    void aDiscountThatTheSourceSpreadItselfIsLeftAlone(@ForAll("receipts") Receipt receipt) {
        PricedReceipt once = Prices.price(receipt);
        List<Line> spread =
                once.lines().stream().map(PricingPropertiesTest::asSpread).toList();
        PricedReceipt twice = Prices.price(with(receipt, spread, once.total()));
        assertThat(Prices.paid(twice)).isEqualTo(Prices.paid(once));
        assertThat(Prices.taxes(twice)).isEqualTo(Prices.taxes(once));
        assertThat(twice.total()).isEqualTo(once.total());
        assertThat(Prices.discounts(twice)).isEqualTo(Prices.discounts(once));
    }

    @Property
    void whatDoesNotAddUpIsPricedExactlyOrRejectedAndNothingElse(
            @ForAll("receipts") Receipt receipt, @ForAll("amounts") List<BigDecimal> amounts) {
        List<Tender> tenders = new ArrayList<>(receipt.tenders());
        tenders.add(new Tender("voucher", null, amounts.get(0), true, "V1"));
        List<BasketDiscount> discounts = new ArrayList<>(receipt.basketDiscounts());
        if (amounts.get(1).signum() > 0) {
            discounts.add(new BasketDiscount("X", null, amounts.get(1), List.of(1), "V1"));
        }
        BigDecimal total = receipt.total() == null ? null : receipt.total().add(amounts.get(2));
        Receipt changed = new Receipt(
                receipt.uniqueId(),
                receipt.receiptNumber(),
                receipt.storeId(),
                null,
                null,
                null,
                receipt.occurredAt(),
                receipt.currency(),
                null,
                receipt.lines(),
                discounts,
                tenders,
                total,
                amounts.get(3),
                receipt.cashRounding(),
                null,
                null,
                null);
        try {
            PricedReceipt priced = Prices.price(changed);
            BigDecimal payments =
                    priced.payments().stream().map(Tender::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(payments.subtract(receipt.cashRounding())).isEqualByComparingTo(priced.total());
            assertThat(priced.lines())
                    .allSatisfy(line -> assertThat(line.paid().signum()).isNotNegative());
        } catch (RejectedReceipt rejected) {
            assertThat(rejected.faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault.rule())
                    .startsWith("must "));
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> amounts() {
        return Arbitraries.of(-1000, -1, 0, 0, 0, 1, 2, 1000)
                .map(BigDecimal::valueOf)
                .list()
                .ofSize(4);
    }

    private static Line asSpread(PricedLine priced) {
        Line line = priced.line();
        return new Line(
                line.number(),
                line.type(),
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                null,
                line.quantity(),
                null,
                priced.paid(),
                line.taxPercent(),
                priced.tax(),
                priced.discounts(),
                null,
                null);
    }

    private static Receipt with(Receipt receipt, List<Line> lines, BigDecimal total) {
        return new Receipt(
                receipt.uniqueId(),
                receipt.receiptNumber(),
                receipt.storeId(),
                null,
                null,
                null,
                receipt.occurredAt(),
                receipt.currency(),
                null,
                lines,
                receipt.basketDiscounts(),
                receipt.tenders(),
                total,
                null,
                receipt.cashRounding(),
                null,
                null,
                null);
    }

    private static int decimals(Receipt receipt) {
        return switch (receipt.currency()) {
            case "JPY" -> 0;
            case "KWD" -> 3;
            default -> 2;
        };
    }

    /** One line: its price in hundredths of a minor unit when fine, else in minor units. */
    record Price(long units, boolean returned, int percent, LineKind kind) {}

    @Provide
    Arbitrary<Receipt> receipts() {
        Arbitrary<Price> prices = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.longs().between(0, 1_000_000)),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.of(25, 12, 6, 0),
                        Arbitraries.of(LineKind.GOODS, LineKind.GOODS, LineKind.SERVICE, LineKind.DEPOSIT))
                .as(Price::new);
        return Combinators.combine(
                        Arbitraries.of("JPY", "SEK", "EUR", "KWD"),
                        prices.list().ofMinSize(1).ofMaxSize(12),
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-49, 50),
                        Arbitraries.of(true, false))
                .as(PricingPropertiesTest::receipt);
    }

    private static Receipt receipt(
            String currency, List<Price> prices, List<Integer> percents, boolean fine, int rounding, boolean declared) {
        Sample receipt = Sample.receipt().currency(currency);
        int decimals = decimals(receipt.build());
        boolean refund = prices.stream().allMatch(price -> price.returned() || price.units() == 0)
                && prices.stream().anyMatch(price -> price.returned() && price.units() > 0);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal room = BigDecimal.ZERO;
        for (int at = 0; at < prices.size(); at++) {
            Price price = prices.get(at);
            BigDecimal gross = BigDecimal.valueOf(price.units(), decimals + (fine ? 2 : 0));
            SampleLine line = Sample.line(at + 1)
                    .gross(gross.toPlainString())
                    .taxPercent(Integer.toString(price.percent()))
                    .kind(price.kind());
            receipt.line(price.returned() ? line.returned() : line);
            sum = price.returned() ? sum.subtract(gross) : sum.add(gross);
            if (price.returned() == refund && price.kind() != LineKind.DEPOSIT) {
                // What rounding of fine lines may make of them is the least that a discount can be taken off.
                BigDecimal least =
                        gross.setScale(decimals, RoundingMode.DOWN).subtract(BigDecimal.ONE.movePointLeft(decimals));
                room = room.add(least.max(BigDecimal.ZERO));
            }
        }
        BigDecimal discounted = BigDecimal.ZERO;
        for (int percent : percents) {
            BigDecimal discount = room.multiply(BigDecimal.valueOf(percent))
                    .movePointLeft(2)
                    .setScale(decimals, RoundingMode.DOWN)
                    .min(room.subtract(discounted));
            if (discount.signum() > 0) {
                receipt.basketDiscount("D" + percent, discount.toPlainString());
                discounted = discounted.add(discount);
            }
        }
        BigDecimal total =
                (refund ? sum.add(discounted) : sum.subtract(discounted)).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal rounded = BigDecimal.valueOf(rounding, decimals);
        receipt.cashRounding(rounded.toPlainString())
                .tender("card", total.add(rounded).toPlainString());
        return (declared ? receipt.total(total.toPlainString()) : receipt).build();
    }
}
