package io.engageroutes.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file changed in the table, for the log.
 *
 * @param newDays the days that were not known before, oldest first
 * @param corrected what differs on days that were known, oldest first
 */
public record RateChanges(List<LocalDate> newDays, List<Correction> corrected) {

    /** @param before the rate so far, null when there was none; {@code after} null when it is withdrawn */
    public record Correction(LocalDate day, String currency, BigDecimal before, BigDecimal after) {

        @Override
        public String toString() {
            return day + " " + currency + " " + shown(before) + " -> " + shown(after);
        }

        private static String shown(BigDecimal rate) {
            return rate == null ? "none" : rate.toPlainString();
        }
    }

    public RateChanges {
        newDays = List.copyOf(newDays);
        corrected = List.copyOf(corrected);
    }

    public boolean isEmpty() {
        return newDays.isEmpty() && corrected.isEmpty();
    }

    @Override
    public String toString() {
        String days =
                switch (newDays.size()) {
                    case 0 -> "no new day";
                    case 1 -> "new day " + newDays.get(0);
                    default ->
                        newDays.size() + " new days from " + newDays.get(0) + " to " + newDays.get(newDays.size() - 1);
                };
        return corrected.isEmpty()
                ? days
                : days + ", corrected: "
                        + corrected.stream().limit(20).map(Correction::toString).collect(Collectors.joining(", "))
                        + (corrected.size() > 20 ? " and " + (corrected.size() - 20) + " more" : "");
    }
}
