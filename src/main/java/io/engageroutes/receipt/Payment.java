package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a receipt was paid. Engage wants a reward voucher as a discount and not as a payment, or the contact earns points on it; a
 * source gives it as a tender that paid part of the total, or as a discount and a tender both.
 *
 * @param voucher what vouchers paid and is to become a discount, in the direction of the receipt; zero for none
 */
record Payment(BigDecimal voucher) {

    static Payment of(Receipt receipt, Sums sums, BigDecimal total, int decimals, Findings findings) {
        if (receipt.tenders().isEmpty()) {
            if (total.signum() != 0) {
                findings.add(
                        "tender-missing",
                        "tenders",
                        null,
                        "must say how the total of " + Totals.plain(total, decimals) + " was paid");
            }
            return new Payment(BigDecimal.ZERO);
        }
        boolean voucherPaid = sums.vouchers().signum() == sums.direction()
                && total.compareTo(sums.paid().add(sums.vouchers())) == 0;
        if (!voucherPaid && total.compareTo(sums.paid()) != 0) {
            findings.add("tender-mismatch", "tenders", tendered(receipt), rule(receipt, sums, total, decimals));
        }
        return new Payment(voucherPaid ? sums.vouchers().abs() : BigDecimal.ZERO);
    }

    private static String tendered(Receipt receipt) {
        return receipt.tenders().stream()
                .map(Tender::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static String rule(Receipt receipt, Sums sums, BigDecimal total, int decimals) {
        BigDecimal rounding = receipt.cashRounding() == null ? BigDecimal.ZERO : receipt.cashRounding();
        String vouchers = sums.vouchers().signum() == 0
                ? ""
                : ", with or without the reward vouchers of " + Totals.plain(sums.vouchers(), decimals);
        return "must come to the total of " + Totals.plain(total, decimals) + vouchers + "; counted are payments of "
                + Totals.plain(sums.paid().add(rounding), decimals) + " less cash rounding of "
                + Totals.plain(rounding, decimals)
                + ", which is " + Totals.plain(sums.paid().subtract(total).abs(), decimals)
                + (sums.paid().compareTo(total) < 0 ? " too little" : " too much")
                + ": give every tender once, with change and refunds negative";
    }

    /** The tenders to send: as tendered, without vouchers. */
    static List<Tender> payments(Receipt receipt, int decimals) {
        return receipt.tenders().stream()
                .filter(tender -> !tender.voucher())
                .map(tender -> new Tender(
                        tender.type(),
                        tender.description(),
                        tender.amount().setScale(decimals),
                        false,
                        tender.voucherId()))
                .toList();
    }

    /**
     * The vouchers used, each once. One whose tenders come to nothing was cancelled; one behind a refund was used at the sale, and
     * to report it again would use it twice.
     */
    static List<String> vouchersUsed(Receipt receipt, boolean refund) {
        Set<String> used = new LinkedHashSet<>();
        if (!refund) {
            receipt.basketDiscounts().forEach(discount -> used.add(discount.voucherId()));
            Map<String, BigDecimal> tendered = new LinkedHashMap<>();
            receipt.tenders().stream()
                    .filter(Tender::voucher)
                    .filter(tender -> tender.voucherId() != null)
                    .forEach(tender -> tendered.merge(tender.voucherId(), tender.amount(), BigDecimal::add));
            tendered.forEach((id, amount) -> {
                if (amount.signum() > 0) {
                    used.add(id);
                }
            });
        }
        used.addAll(receipt.vouchersUsed());
        return used.stream().filter(id -> !Text.isBlank(id)).toList();
    }

    /** What the customer was told about the voucher, when it was one. */
    static String voucherText(Receipt receipt) {
        List<Tender> vouchers =
                receipt.tenders().stream().filter(Tender::voucher).toList();
        return vouchers.size() == 1 ? vouchers.get(0).description() : null;
    }
}
