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

/**
 * Makes a receipt's business key of its parts, such as {@code {source}-{store}-{register}-{date}-{receipt}}.
 *
 * @param texts what stands before, between and behind the parts; one more than those
 * @param parts the names of the parts
 * @param values what each part is of a receipt and the name of its source
 */
record UniqueId(
        String template, List<String> texts, List<String> parts, List<BiFunction<Receipt, String, String>> values) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final int USUAL_LENGTH = 64;
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

    static UniqueId of(String template) {
        List<String> texts = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            texts.add(template.substring(from, place.start()));
            parts.add(place.group(1));
            from = place.end();
        }
        texts.add(template.substring(from));
        return new UniqueId(
                template,
                List.copyOf(texts),
                List.copyOf(parts),
                parts.stream()
                        .map(part -> PARTS.getOrDefault(part, (receipt, source) -> null))
                        .toList());
    }

    static List<String> known() {
        return PARTS.keySet().stream().sorted().toList();
    }

    /**
     * The key of a receipt, or null when the receipt lacks some of its parts.
     *
     * @param instead values that count instead of the receipt's own
     * @param missing takes the names of the parts that it lacks
     */
    String of(Receipt receipt, String source, Map<String, String> instead, List<String> missing) {
        StringBuilder id = new StringBuilder(USUAL_LENGTH).append(texts.get(0));
        for (int at = 0; at < values.size(); at++) {
            String other = instead.isEmpty() ? null : instead.get(parts.get(at));
            String value = other == null ? values.get(at).apply(receipt, source) : other;
            if (value == null) {
                missing.add(parts.get(at));
            }
            id.append(value).append(texts.get(at + 1));
        }
        return missing.isEmpty() ? id.toString() : null;
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
