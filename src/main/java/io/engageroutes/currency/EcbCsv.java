package io.engageroutes.currency;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A header {@code Date,USD,JPY,…,} and a row per day; the ECB's rows end with a comma, and {@code N/A} says not quoted. */
final class EcbCsv {

    private static final DateTimeFormatter ONE_DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private final RateDays days;
    private final List<String> header;

    private EcbCsv(RateDays days, List<String> header) {
        this.days = days;
        this.header = header;
    }

    static PublishedRates read(byte[] file, String name) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        RateDays days = new RateDays(name);
        EcbCsv rates = new EcbCsv(days, cells(lines.get(0)));
        rates.checkHeader();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rates.take(cells(lines.get(i)), "line " + (i + 1));
            }
        }
        return days.finish();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip).toList();
    }

    private void checkHeader() {
        List<String> currencies = currencies();
        for (String currency : currencies) {
            days.requireCurrency(currency, "line 1");
        }
        if (currencies.stream().distinct().count() < currencies.size()) {
            throw days.unreadable("line 1", String.join(",", currencies), "a currency has more than one column");
        }
    }

    private List<String> currencies() {
        boolean endsWithComma = header.get(header.size() - 1).isEmpty();
        return header.subList(1, endsWithComma ? header.size() - 1 : header.size());
    }

    private void take(List<String> cells, String place) {
        if (cells.size() != header.size()) {
            throw days.unreadable(
                    place,
                    cells.size() + " columns",
                    "the header has " + header.size() + ": the file is cut off or damaged; fetch it again");
        }
        Map<String, BigDecimal> day = days.begin(date(cells.get(0), place), place);
        for (int i = 1; i <= currencies().size(); i++) {
            if (!cells.get(i).equals("N/A") && !cells.get(i).isEmpty()) {
                days.put(day, header.get(i), cells.get(i), place);
            }
        }
    }

    private LocalDate date(String text, String place) {
        try {
            return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, ONE_DAY);
        } catch (DateTimeParseException e) {
            throw days.unreadable(place, text, "a day is written 2026-04-13 or 13 April 2026");
        }
    }
}
