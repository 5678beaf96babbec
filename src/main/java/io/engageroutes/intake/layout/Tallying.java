package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts and sums the records of a receipt or a file for its trailer. */
final class Tallying {

    private static final String ADVICE =
            " before it; records are missing or the file was changed: have it sent again, or correct what the layout counts";

    private final List<Tally> tallies;
    private final Map<String, Long> counts = new HashMap<>();
    private final BigDecimal[] sums;
    private long between;
    private long ends;
    private long receipts;

    Tallying(List<Tally> tallies) {
        this.tallies = tallies;
        this.sums = new BigDecimal[tallies.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /** Takes note of what begins or ends the receipt or file. */
    void end(Row row) {
        ends++;
        add(row);
    }

    void between(Row row) {
        between++;
        add(row);
    }

    /** How many records came, with ends. */
    long records() {
        return between + ends;
    }

    private void add(Row row) {
        if (tallies.isEmpty()) {
            return;
        }
        receipts += row.type().kind() == RecordKind.RECEIPT ? 1 : 0;
        counts.merge(row.type().name(), 1L, Long::sum);
        for (int at = 0; at < sums.length; at++) {
            Tally tally = tallies.get(at);
            if (tally.summed() != null && tally.in().equals(row.type().name()) && sums[at] != null) {
                BigDecimal value = tally.hash() ? digits(row.get(tally.summed().column())) : amount(tally, row);
                sums[at] = value == null ? null : sums[at].add(value);
            }
        }
    }

    /** Null when it cannot be read, which is a fault of its receipt. */
    private static BigDecimal amount(Tally tally, Row row) {
        List<Fault> faults = new ArrayList<>();
        BigDecimal number = new Cells(row, faults).number(tally.summed());
        return !faults.isEmpty() ? null : number == null ? BigDecimal.ZERO : number;
    }

    private static BigDecimal digits(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    /** What the trailer says otherwise. */
    List<Fault> faults(Row trailer) {
        List<Fault> faults = new ArrayList<>();
        Cells cells = new Cells(trailer, faults);
        for (int at = 0; at < sums.length; at++) {
            Tally tally = tallies.get(at);
            String text = cells.required(tally.declared());
            if (text == null) {
                continue;
            }
            String counted = tally.summed() == null ? count(tally, cells) : sum(tally, sums[at], cells);
            if (counted != null) {
                cells.fault(tally.declared(), "trailer-mismatch", text, "there are " + counted + ADVICE);
            }
        }
        return faults;
    }

    /** What was counted when it is not what the trailer says, else null. */
    private String count(Tally tally, Cells cells) {
        BigDecimal declared = cells.number(tally.declared());
        boolean fits = declared == null
                || tally.counted().stream()
                        .anyMatch(what -> declared.compareTo(BigDecimal.valueOf(counted(what))) == 0);
        return fits
                ? null
                : String.join(
                        " and ",
                        tally.counted().stream()
                                .map(what -> counted(what) + " " + what)
                                .toList());
    }

    private long counted(String what) {
        return switch (what) {
            case Tally.RECORDS -> between;
            case Tally.ALL_RECORDS -> between + ends;
            case Tally.RECEIPTS -> receipts;
            default -> counts.getOrDefault(what, 0L);
        };
    }

    private static String sum(Tally tally, BigDecimal sum, Cells cells) {
        if (sum == null) {
            return null;
        }
        String text = cells.row().get(tally.declared().column());
        BigDecimal declared = tally.hash() ? digits(text) : cells.number(tally.declared());
        BigDecimal counted = tally.hash()
                ? sum.remainder(BigDecimal.TEN.pow(text.replaceAll("[^0-9]", "").length()))
                : sum;
        boolean fits = declared == null || declared.compareTo(counted) == 0;
        return fits ? null : counted.toPlainString() + " in " + tally.summed().column();
    }
}
