package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;

/** Reads amounts of one invoice, all in its currency, with the sign of a customer's purchase: what comes back is negative. */
final class Amounts {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Beyond it whole units could not be computed with any more. */
    private static final int MOST_DIGITS = 12;

    private static final int MOST_DECIMALS = 6;

    private final String currency;
    private final boolean reversed;
    private final Findings findings;
    private int decimals;

    /** @param currency null when the invoice does not say, which is a fault elsewhere */
    Amounts(String currency, boolean reversed, Findings findings) {
        this.currency = currency;
        this.reversed = reversed;
        this.findings = findings;
        this.decimals = usual(currency);
    }

    private static int usual(String currency) {
        try {
            return currency == null
                    ? 2
                    : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            // said when the receipt is judged
            return 2;
        }
    }

    /** The amount in that element; null when the element is not there, or wrong, which is a fault then. */
    BigDecimal read(Element amount, String where) {
        if (amount == null) {
            return null;
        }
        String given = amount.attribute("currencyID");
        if (given != null && currency != null && !given.equals(currency)) {
            findings.add(
                    "currency-differs",
                    where,
                    given,
                    "must be " + currency + ", the DocumentCurrencyCode: one invoice is in one currency");
            return null;
        }
        if (amount.text() == null || amount.text().isEmpty()) {
            missing(where);
            return null;
        }
        BigDecimal number = findings.decimal(amount.text(), where);
        if (number != null && !isSane(number)) {
            findings.add(
                    "number-too-large",
                    where,
                    amount.text(),
                    "must have at most " + MOST_DIGITS + " digits before and " + MOST_DECIMALS
                            + " after the decimal point");
            return null;
        }
        return number == null || !reversed ? number : number.negate();
    }

    private static boolean isSane(BigDecimal number) {
        return number.precision() - number.scale() <= MOST_DIGITS && decimals(number) <= MOST_DECIMALS;
    }

    BigDecimal required(Element amount, String where) {
        if (amount == null) {
            missing(where);
        }
        return read(amount, where);
    }

    private void missing(String where) {
        findings.add(
                "amount-missing",
                where,
                null,
                "must be given: without it the invoice cannot be checked; have the invoice sent with it");
    }

    /** Totals decide how fine the invoice counts: at least as the currency has it. */
    BigDecimal total(BigDecimal total) {
        decimals = total == null ? decimals : Math.max(decimals, decimals(total));
        return total;
    }

    int decimals() {
        return decimals;
    }

    /** Whether a sum is what it should be; parts that are finer than the currency may each be half a unit off. */
    boolean same(BigDecimal sum, BigDecimal declared, Collection<BigDecimal> parts) {
        long fine = parts.stream().filter(part -> decimals(part) > decimals).count();
        return sum.subtract(declared).abs().multiply(TWO).compareTo(BigDecimal.valueOf(fine, decimals)) <= 0;
    }

    /** As the invoice writes it, for what is said about it. */
    String shown(BigDecimal amount) {
        BigDecimal written = reversed ? amount.negate() : amount;
        return written.setScale(Math.max(decimals, decimals(written))).toPlainString();
    }

    static int decimals(BigDecimal value) {
        return value.signum() == 0 ? 0 : Math.max(0, value.stripTrailingZeros().scale());
    }
}
