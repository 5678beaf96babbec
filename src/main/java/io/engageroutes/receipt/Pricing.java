package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Works out what was really paid for every line of a receipt: basket discounts and vouchers spread over the lines, VAT from what
 * is left, everything in whole minor units, and the lines adding up to the total exactly.
 *
 * <p>A refund of a discounted sale (nothing sold, only returned) has its discounts spread over the returned lines: they make what
 * is given back less. When anything is sold, discounts are for what is sold.
 *
 * <p>The rules are Engage's for receipts and discounts: a line's price is what was paid for it after every discount, always
 * positive, and the total is checked against the lines.
 */
public final class Pricing {

    private final MinorUnits units;
    private final LineTaxes taxes;
    private final Settings settings;

    public Pricing(MinorUnits units, VatRates rates, StoreRegister stores, Settings settings) {
        this.units = units;
        this.taxes = new LineTaxes(rates, stores, settings.taxTolerance());
        this.settings = settings;
    }

    /**
     * What may be set.
     *
     * @param spreadOverFreight true when basket discounts are for freight too
     * @param taxTolerance how many minor units a line's VAT may differ from what the source says
     */
    public record Settings(boolean spreadOverFreight, int taxTolerance) {

        /** Not over freight, one minor unit. */
        public static Settings usual() {
            return new Settings(false, 1);
        }
    }

    /**
     * Prices a receipt that {@link ReceiptRules} found no fault in.
     *
     * @throws RejectedReceipt with all faults when its amounts do not agree: {@code total-mismatch}, {@code tender-mismatch},
     *     {@code tender-missing}, {@code tax-missing}, {@code tax-mismatch}, {@code discount-too-large}, {@code
     *     discount-without-lines}, {@code number-too-large}
     */
    public PricedReceipt price(Receipt receipt) {
        int decimals = units.of(receipt.currency());
        Findings findings = new Findings();
        Sums sums = Sums.of(receipt, decimals);
        Totals totals = Totals.of(receipt, sums, decimals, findings);
        boolean totalAgrees = findings.isEmpty();
        Payment payment = Payment.of(receipt, sums, totals.total(), decimals, findings);
        List<BigDecimal> percents = taxes.percents(receipt, sums, totals.total(), decimals, findings);
        Basket basket = null;
        if (totalAgrees) {
            basket = discounted(receipt, sums, totals, payment, percents, decimals, findings);
        }
        if (!findings.isEmpty()) {
            throw new RejectedReceipt(findings.faults());
        }
        return new PricedReceipt(
                receipt,
                lines(receipt, basket, percents, decimals),
                toAmount(
                        toUnits(totals.total(), decimals) - sums.direction() * toUnits(payment.voucher(), decimals),
                        decimals),
                Payment.payments(receipt, decimals),
                Payment.vouchersUsed(receipt, sums.isRefund()));
    }

    private Basket discounted(
            Receipt receipt,
            Sums sums,
            Totals totals,
            Payment payment,
            List<BigDecimal> percents,
            int decimals,
            Findings findings) {
        WholeAmounts whole = WholeAmounts.of(receipt, sums, totals, decimals);
        Basket basket =
                new Basket(receipt.lines(), whole.lines(), sums.isRefund(), settings.spreadOverFreight(), decimals);
        List<long[]> stages = new ArrayList<>(List.of(basket.amounts()));
        try {
            for (int at = 0; at < whole.discounts().length; at++) {
                basket.take(receipt.basketDiscounts().get(at), whole.discounts()[at], "basketDiscounts[" + at + "]");
            }
            stages.add(basket.amounts());
            basket.takeVoucher(toUnits(payment.voucher(), decimals), Payment.voucherText(receipt));
            stages.add(basket.amounts());
        } catch (RejectedReceipt doesNotFit) {
            findings.addAll(doesNotFit.faults());
            return basket;
        }
        if (!percents.contains(null)) {
            taxes.compareTotal(receipt, percents, stages, decimals, findings);
        }
        return basket;
    }

    private static List<PricedLine> lines(Receipt receipt, Basket basket, List<BigDecimal> percents, int decimals) {
        List<PricedLine> lines = new ArrayList<>();
        long[] amounts = basket.amounts();
        for (int at = 0; at < amounts.length; at++) {
            Line line = receipt.lines().get(at);
            BigDecimal paid = toAmount(amounts[at], decimals);
            List<LineDiscount> discounts = Stream.concat(own(line, decimals), basket.shares(at).stream())
                    .toList();
            lines.add(new PricedLine(
                    line, paid, VatRates.taxIn(paid, percents.get(at), decimals), plain(percents.get(at)), discounts));
        }
        return List.copyOf(lines);
    }

    private static Stream<LineDiscount> own(Line line, int decimals) {
        return line.discounts().stream()
                .map(discount -> new LineDiscount(
                        discount.type(),
                        discount.description(),
                        discount.amount().setScale(decimals, RoundingMode.HALF_UP)))
                .filter(discount -> discount.amount().signum() != 0);
    }

    private static BigDecimal plain(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static long toUnits(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).longValueExact();
    }

    private static BigDecimal toAmount(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }
}
