package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

/** What discounts, tenders and totals of a receipt must be. */
final class PaymentRules {

    private PaymentRules() {}

    /**
     * Checks them.
     *
     * @param decimals the decimals of the receipt's currency. Line amounts and discounts may have more, because tills that spread
     *     a discount over lines do not round; what is paid may not.
     */
    static void check(Receipt receipt, int decimals, Findings findings) {
        Set<Integer> numbers = receipt.lines().stream().map(Line::number).collect(Collectors.toSet());
        for (int at = 0; at < receipt.basketDiscounts().size(); at++) {
            discount(receipt.basketDiscounts().get(at), "basketDiscounts[" + at + "]", numbers, findings);
        }
        for (int at = 0; at < receipt.tenders().size(); at++) {
            tender(receipt.tenders().get(at), "tenders[" + at + "]", decimals, findings);
        }
        // Whether the total is a sane number at all is said where its sign is looked at.
        fine("total", receipt.total(), decimals, findings);
        if (findings.number("cashRounding", receipt.cashRounding())) {
            fine("cashRounding", receipt.cashRounding(), decimals, findings);
        }
        for (int at = 0; at < receipt.vouchersUsed().size(); at++) {
            String number = receipt.vouchersUsed().get(at);
            if (findings.required("vouchersUsed[" + at + "]", number, "the voucher's number")) {
                findings.id("vouchersUsed[" + at + "]", number);
            }
        }
        for (int at = 0; at < receipt.promotionsUsed().size(); at++) {
            PromotionUse use = receipt.promotionsUsed().get(at);
            String place = "promotionsUsed[" + at + "]";
            if (findings.required(place + ".promotionId", use.promotionId(), "the promotion that was used")) {
                findings.id(place + ".promotionId", use.promotionId());
            }
            findings.id(place + ".couponId", use.couponId());
        }
    }

    private static void discount(BasketDiscount discount, String place, Set<Integer> numbers, Findings findings) {
        findings.text(place + ".type", discount.type());
        findings.text(place + ".description", discount.description());
        findings.id(place + ".voucherId", discount.voucherId());
        if (findings.required(place + ".amount", discount.amount(), "what was taken off in all")) {
            findings.positive(
                    "discount-not-positive",
                    place + ".amount",
                    discount.amount(),
                    "it says what was taken off; leave out discounts of nothing");
        }
        for (int at = 0; at < discount.lines().size(); at++) {
            if (!numbers.contains(discount.lines().get(at))) {
                findings.add(
                        "discount-line-unknown",
                        place + ".lines[" + at + "]",
                        discount.lines().get(at),
                        "must be the number of a line of this receipt; leave lines out for a discount on all");
            }
        }
    }

    private static void tender(Tender tender, String place, int decimals, Findings findings) {
        if (findings.required(place + ".type", tender.type(), "how it was paid, such as card or cash")) {
            findings.text(place + ".type", tender.type());
        }
        findings.text(place + ".description", tender.description());
        findings.id(place + ".voucherId", tender.voucherId());
        if (findings.required(place + ".amount", tender.amount(), "what was paid; negative for money given back")
                && findings.number(place + ".amount", tender.amount())) {
            fine(place + ".amount", tender.amount(), decimals, findings);
        }
    }

    private static void fine(String place, BigDecimal amount, int decimals, Findings findings) {
        if (amount != null && Findings.decimals(amount) > decimals) {
            findings.add(
                    "amount-too-fine",
                    place,
                    amount,
                    "must have at most the " + decimals
                            + " decimals of the currency: nobody can pay less than its smallest unit");
        }
    }
}
