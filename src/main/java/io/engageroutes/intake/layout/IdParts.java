package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Receipt;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What a layout's template of the unique id may name, and where a receipt has it. */
final class IdParts {

    private static final int FOUR_DIGITS = 1000;
    private static final int HUNDRED = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private static final Map<String, BiFunction<Receipt, String, String>> PARTS = Map.of(
            "source", (receipt, source) -> source,
            "store", (receipt, source) -> receipt.storeId(),
            "register", (receipt, source) -> receipt.registerId(),
            "sequence", (receipt, source) -> receipt.sequence(),
            "receipt", (receipt, source) -> receipt.receiptNumber(),
            "time", (receipt, source) -> time(receipt),
            "date", (receipt, source) -> day(receipt));

    private IdParts() {}

    static List<String> known() {
        return PARTS.keySet().stream().sorted().toList();
    }

    /** The part's value; null when the receipt lacks it. */
    static String value(String part, Receipt receipt, String source) {
        return PARTS.get(part).apply(receipt, source);
    }

    private static String day(Receipt receipt) {
        LocalDate day = receipt.businessDate() != null || receipt.occurredAt() == null
                ? receipt.businessDate()
                : receipt.occurredAt().toLocalDate();
        if (day == null) {
            return null;
        }
        return day.getYear() < FOUR_DIGITS || day.getYear() > 9 * FOUR_DIGITS
                ? day.format(DateTimeFormatter.BASIC_ISO_DATE)
                : Integer.toString((day.getYear() * HUNDRED + day.getMonthValue()) * HUNDRED + day.getDayOfMonth());
    }

    private static String time(Receipt receipt) {
        return receipt.occurredAt() == null ? null : receipt.occurredAt().format(TIME);
    }
}
