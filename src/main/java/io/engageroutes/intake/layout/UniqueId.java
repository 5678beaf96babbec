package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Receipt;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a receipt's business key of its parts, such as {@code {source}-{store}-{register}-{date}-{receipt}}. */
record UniqueId(String template) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private static final Map<String, BiFunction<Receipt, String, String>> PARTS = Map.of(
            "source", (receipt, source) -> source,
            "store", (receipt, source) -> receipt.storeId(),
            "register", (receipt, source) -> receipt.registerId(),
            "sequence", (receipt, source) -> receipt.sequence(),
            "receipt", (receipt, source) -> receipt.receiptNumber(),
            "date", (receipt, source) -> day(receipt));

    static List<String> known() {
        return PARTS.keySet().stream().sorted().toList();
    }

    List<String> parts() {
        List<String> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            parts.add(place.group(1));
        }
        return parts;
    }

    /** The parts that this receipt lacks. */
    List<String> missing(Receipt receipt, String source) {
        return parts().stream()
                .filter(part -> value(part, receipt, source) == null)
                .toList();
    }

    String of(Receipt receipt, String source) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), receipt, source)));
    }

    private static String value(String part, Receipt receipt, String source) {
        return PARTS.get(part).apply(receipt, source);
    }

    private static String day(Receipt receipt) {
        LocalDate day = receipt.businessDate() != null || receipt.occurredAt() == null
                ? receipt.businessDate()
                : receipt.occurredAt().toLocalDate();
        return day == null ? null : day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
