package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Reads how one cashtransaction was paid. */
final class PaymentReader {

    /** Of the amount in a foreign currency that was changed by a rate; Nordic currencies have two decimals. */
    private static final int DECIMALS = 2;

    private final SaftLayout layout;
    private final Codes codes;

    PaymentReader(SaftLayout layout, Codes codes) {
        this.layout = layout;
        this.codes = codes;
    }

    /** @param rounding what rounding to coins added to the total; null for nothing */
    record Paid(List<Tender> tenders, BigDecimal rounding) {}

    private record Payment(String type, BigDecimal amount, BigDecimal changed) {}

    /**
     * The payments.
     *
     * @param total what was to pay, negative when money went back
     * @param flipped whether the till writes what came back without minus
     * @param currency of the total
     */
    Paid read(Element transaction, BigDecimal total, boolean flipped, String currency, Findings findings) {
        List<Payment> payments = new ArrayList<>();
        int position = 0;
        for (Element child = transaction.firstChild(); child != null; child = child.next()) {
            if (child.name().equals("payment")) {
                Payment payment = payment(child, "payment " + ++position + "/", currency, findings);
                if (payment.amount().signum() != 0) {
                    payments.add(payment);
                }
            }
        }
        BigDecimal rounding = rounding(transaction, findings);
        // Some write the minus here and nowhere else.
        if (flipped && !fits(sum(payments, false), total, rounding)) {
            payments.replaceAll(PaymentReader::negated);
        }
        boolean changes = !fits(sum(payments, false), total, rounding) && fits(sum(payments, true), total, rounding);
        BigDecimal paid = sum(payments, changes);
        List<Tender> tenders = payments.stream()
                .map(payment -> tender(payment.type(), changes ? payment.changed() : payment.amount()))
                .toList();
        if (tenders.isEmpty()
                && total.signum() != 0
                && layout.types.isCredit(Findings.text(transaction, "transType"), codes)) {
            return new Paid(List.of(new Tender("credit", null, total, false, null)), null);
        }
        // Tills differ in the sign; what was paid tells.
        boolean opposite = paid.compareTo(total.subtract(rounding)) == 0;
        return new Paid(tenders, rounding.signum() == 0 ? null : opposite ? rounding.negate() : rounding);
    }

    /** The total as the lines make it, where the till's contains what rounding to coins changed. */
    BigDecimal withoutRounding(Element transaction, Basket basket, BigDecimal total) {
        BigDecimal goods = basket.sum().subtract(basket.basketDiscounts());
        BigDecimal rounding = rounding(transaction, new Findings("said when the payments are read"));
        boolean inside = rounding.signum() != 0 && goods.subtract(total).abs().compareTo(rounding.abs()) == 0;
        return inside ? goods : total;
    }

    /** Zero when there is none. */
    private static BigDecimal rounding(Element transaction, Findings findings) {
        Element rounding = transaction.child("rounding");
        BigDecimal amount = rounding == null ? null : findings.amount(rounding, "roundingAmnt", "rounding/");
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static boolean fits(BigDecimal paid, BigDecimal total, BigDecimal rounding) {
        return paid.subtract(total).abs().compareTo(rounding.abs()) == 0;
    }

    private static BigDecimal sum(List<Payment> payments, boolean changed) {
        return payments.stream()
                .map(payment -> changed ? payment.changed() : payment.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Payment negated(Payment payment) {
        return new Payment(
                payment.type(), payment.amount().negate(), payment.changed().negate());
    }

    private static Payment payment(Element payment, String at, String currency, Findings findings) {
        BigDecimal amount = findings.required(payment, "paidAmnt", at);
        BigDecimal rate = findings.amount(payment, "exchRt", at);
        String paidIn = Findings.text(payment, "curCode");
        boolean foreign = paidIn != null && !paidIn.equals(currency) && rate != null && rate.signum() > 0;
        return new Payment(
                Findings.text(payment, "paymentType"),
                amount,
                foreign ? amount.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP) : amount);
    }

    private Tender tender(String type, BigDecimal amount) {
        String known = type == null ? null : layout.payments.get(type);
        if (known == null && type != null) {
            known = layout.payments.get(codes.predefined(Codes.PAYMENTS, type));
        }
        return new Tender(
                known == null ? type : known,
                codes.text(Codes.PAYMENTS, type),
                amount,
                codes.isOneOf(layout.vouchers, Codes.PAYMENTS, type),
                null);
    }
}
