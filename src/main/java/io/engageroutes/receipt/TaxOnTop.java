package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings a tax that was added on top of the amounts, such as US sales tax, into the lines, since canonical amounts include tax.
 *
 * <p>Discounts are taken off first, because the tax is on what is left. Where every line says its own tax and that comes to the
 * whole, it is the line's; else the whole tax is spread over the lines in proportion to what is left of them, by largest remainder. Afterwards the lines add up to the total exactly, their tax to the tax exactly, and
 * every line's rate is one that makes just its tax of its amount.
 */
public final class TaxOnTop {

    private final MinorUnits units;

    public TaxOnTop(MinorUnits units) {
        this.units = units;
    }

    /**
     * The receipt with the tax in its lines. Basket discounts become discounts of the lines, since their shares are decided here;
     * unit prices are left out, since the tax on one piece is not known.
     *
     * @param net amounts of lines and discounts without tax, {@code total} with it or null, {@code taxTotal} the tax on top with the
     *     sign of the total, or null for none; its currency must be known and every line have an amount
     * @param free numbers of the lines that bear no tax; it is spread over the others, or over all when none of the others can bear
     *     it. Deposits and gift cards bear none while there is something else. A positive tax is on what is sold, a negative one on
     *     what is returned
     * @param percent the rate as the source says, or null; taken for every line that it is right for
     * @throws RejectedReceipt with all faults: {@code number-too-large}, {@code amount-too-fine}, {@code total-mismatch}, {@code
     *     tax-without-lines}, {@code discount-too-large}, {@code discount-without-lines}
     */
    public Receipt included(Receipt net, Set<Integer> free, BigDecimal percent) {
        int decimals = units.of(net.currency());
        BigDecimal tax = tax(net, decimals);
        Sums sums = Sums.of(net, decimals);
        BigDecimal goods = net.total() == null
                ? sums.discounted().setScale(decimals, RoundingMode.HALF_UP)
                : net.total().subtract(tax);
        Findings findings = new Findings();
        Receipt untaxed = with(net, net.lines(), net.basketDiscounts(), goods, tax, net.vouchersUsed());
        Totals totals = Totals.of(untaxed, sums, decimals, findings);
        if (!findings.isEmpty()) {
            throw mismatch(net, sums, tax, decimals);
        }
        WholeAmounts whole = WholeAmounts.of(untaxed, sums, totals, decimals);
        Basket basket = new Basket(net.lines(), whole.lines(), sums.isRefund(), false, decimals);
        for (int at = 0; at < whole.discounts().length; at++) {
            basket.take(net.basketDiscounts().get(at), whole.discounts()[at], "basketDiscounts[" + at + "]");
        }
        long[] amounts = basket.amounts();
        long[] taxes = TaxShares.of(net.lines(), amounts, tax, free, decimals);
        List<Line> lines = IntStream.range(0, amounts.length)
                .mapToObj(at -> line(net.lines().get(at), basket.shares(at), amounts[at], taxes[at], percent, decimals))
                .toList();
        Set<String> vouchers = new LinkedHashSet<>();
        net.basketDiscounts().stream()
                .map(BasketDiscount::voucherId)
                .filter(id -> !sums.isRefund() && !Text.isBlank(id))
                .forEach(vouchers::add);
        vouchers.addAll(net.vouchersUsed());
        return with(net, lines, List.of(), goods.add(tax), tax, List.copyOf(vouchers));
    }

    private static BigDecimal tax(Receipt net, int decimals) {
        Findings findings = new Findings();
        findings.number("taxTotal", net.taxTotal());
        if (findings.number("total", net.total()) && Findings.decimals(net.total()) > decimals) {
            findings.add(
                    "amount-too-fine",
                    "total",
                    net.total(),
                    "must have at most the " + decimals + " decimals of the currency");
        }
        if (!findings.isEmpty()) {
            throw new RejectedReceipt(findings.faults());
        }
        BigDecimal tax = net.taxTotal() == null ? BigDecimal.ZERO : net.taxTotal();
        return tax.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static RejectedReceipt mismatch(Receipt net, Sums sums, BigDecimal tax, int decimals) {
        BigDecimal right = sums.discounted().add(tax);
        return new RejectedReceipt(
                new Fault(
                        "total-mismatch",
                        "total",
                        net.total().toPlainString(),
                        "must be " + Totals.plain(right, decimals) + ": the lines of "
                                + Totals.plain(sums.lines(), decimals)
                                + " less discounts of " + Totals.plain(sums.discounts(), decimals) + " and the tax of "
                                + Totals.plain(tax, decimals) + " on top; it differs by "
                                + Totals.plain(right.subtract(net.total()).abs(), decimals)
                                + ": find the line or discount that is missing or counted twice, or say that amounts include tax"));
    }

    private static Line line(
            Line line, List<LineDiscount> shares, long amount, long tax, BigDecimal percent, int decimals) {
        BigDecimal gross = BigDecimal.valueOf(amount + tax, decimals);
        BigDecimal taxAmount = BigDecimal.valueOf(tax, decimals);
        return new Line(
                line.number(),
                line.type(),
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                line.articleGroup(),
                line.quantity(),
                null,
                gross,
                TaxPercent.of(gross, taxAmount, line.taxPercent() == null ? percent : line.taxPercent(), decimals),
                taxAmount,
                Stream.concat(line.discounts().stream(), shares.stream()).toList(),
                line.awardsBonus(),
                line.discountable());
    }

    private static Receipt with(
            Receipt from,
            List<Line> lines,
            List<BasketDiscount> discounts,
            BigDecimal total,
            BigDecimal tax,
            List<String> vouchers) {
        return new Receipt(
                from.uniqueId(),
                from.receiptNumber(),
                from.storeId(),
                from.registerId(),
                from.sequence(),
                from.businessDate(),
                from.occurredAt(),
                from.currency(),
                from.contactKeys(),
                lines,
                discounts,
                from.tenders(),
                total,
                tax,
                from.cashRounding(),
                from.exchangeRate(),
                vouchers,
                from.promotionsUsed());
    }
}
