package io.engageroutes.delivery;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;

/** What the ledger notes of a receipt besides its end, to be compared with the store's fiscal record; null where nothing is known. */
final class SoldFacts {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_AMOUNT = 40;

    /** Beyond it an amount's plain form could fill the memory; such a receipt is dead. */
    private static final int MOST_DIGITS = 30;

    private SoldFacts() {}

    static String text(FlowMessage message, Function<Receipt, String> field) {
        return message.receipt() == null ? null : ColumnText.fit(field.apply(message.receipt()), LONGEST_ID);
    }

    /** The day of the store's books, or else of the calendar. */
    static String day(FlowMessage message) {
        Receipt receipt = message.receipt();
        if (receipt == null || receipt.businessDate() == null && receipt.occurredAt() == null) {
            return null;
        }
        LocalDate day = receipt.businessDate() == null ? receipt.occurredAt().toLocalDate() : receipt.businessDate();
        // ISO days sort as texts only within four digits of year
        return day.getYear() < 1000 || day.getYear() > 9999 ? null : day.toString();
    }

    static String currency(FlowMessage message) {
        return message.receipt() == null
                ? null
                : ColumnText.fit(message.receipt().currency(), 10);
    }

    static String occurredAt(FlowMessage message) {
        return message.receipt() == null || message.receipt().occurredAt() == null
                ? null
                : message.receipt().occurredAt().toString();
    }

    /** What was to pay, as the source says; else what was tendered, and without tenders what the lines come to. */
    static String total(FlowMessage message) {
        Receipt receipt = message.receipt();
        if (receipt == null) {
            return null;
        }
        BigDecimal total = receipt.total();
        if (total == null) {
            total = receipt.tenders().isEmpty() ? ofLines(receipt) : tendered(receipt);
        }
        if (total == null || total.precision() > MOST_DIGITS || Math.abs((long) total.scale()) > MOST_DIGITS) {
            return null;
        }
        return ColumnText.fit(total.toPlainString(), LONGEST_AMOUNT);
    }

    private static BigDecimal tendered(Receipt receipt) {
        BigDecimal sum = receipt.cashRounding() == null
                ? BigDecimal.ZERO
                : sane(receipt.cashRounding().negate());
        for (Tender tender : receipt.tenders()) {
            sum = plus(sum, tender.amount());
        }
        return sum;
    }

    private static BigDecimal ofLines(Receipt receipt) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : receipt.lines()) {
            BigDecimal gross = line.gross();
            sum = plus(sum, gross != null && line.type() == LineType.RETURN ? gross.negate() : gross);
        }
        for (BasketDiscount discount : receipt.basketDiscounts()) {
            sum = plus(sum, discount.amount() == null ? null : discount.amount().negate());
        }
        return sum;
    }

    /** Null once anything is missing: half a total would be a wrong one. */
    private static BigDecimal plus(BigDecimal sum, BigDecimal amount) {
        BigDecimal sane = sane(amount);
        return sum == null || sane == null ? null : sum.add(sane);
    }

    private static BigDecimal sane(BigDecimal amount) {
        return amount == null || Math.abs((long) amount.scale()) > MOST_DIGITS || amount.precision() > MOST_DIGITS
                ? null
                : amount;
    }
}
