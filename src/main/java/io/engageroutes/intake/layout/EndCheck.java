package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;

/** Counts and sums the rows of a document and holds that against its trailer. */
final class EndCheck {

    private static final String ADVICE = "; rows are missing or the file was changed: have it sent again";

    private final Trailer trailer;
    private long rows;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean sumKnown = true;
    private Row last;
    private Fault fault;

    EndCheck(Trailer trailer) {
        this.trailer = trailer;
    }

    /** Takes note of the row; true when it was the trailer or stands behind it and so belongs to no receipt. */
    boolean take(Row row) {
        if (trailer == null) {
            return false;
        }
        if (last != null) {
            fault = fault == null
                    ? mismatch(row, null, null, "nothing may follow the trailer on line " + last.line())
                    : fault;
            return true;
        }
        if (begins(trailer, row.values())) {
            last = row;
            fault = wrong();
            return true;
        }
        rows++;
        add(row);
        return false;
    }

    private static boolean begins(Trailer trailer, Values values) {
        return values.size() > 0 && values.get(0).equals(trailer.prefix());
    }

    boolean isWhole() {
        return trailer == null || last != null;
    }

    void check(long lastLine) {
        if (!isWhole()) {
            throw new BrokenDocument(new Fault(
                    "trailer-missing",
                    "line " + lastLine,
                    null,
                    "the last row should begin with " + trailer.prefix()
                            + ": the document was cut off, and its last receipt"
                            + " was left out because rows of it may be missing; have it sent again"));
        }
        if (fault != null) {
            throw new BrokenDocument(fault);
        }
    }

    private void add(Row row) {
        if (trailer.amountAt() == 0) {
            return;
        }
        String text = row.get(trailer.amountOf());
        BigDecimal amount = text.isEmpty() ? BigDecimal.ZERO : trailer.numbers().parse(text);
        sumKnown &= amount != null;
        sum = amount == null ? sum : sum.add(amount);
    }

    private Fault wrong() {
        if (trailer.rowsAt() > 0 && !value(trailer.rowsAt()).equals(Long.toString(rows))) {
            // leading zeros are no difference
            BigDecimal declared = whole(value(trailer.rowsAt()));
            if (declared == null || declared.compareTo(BigDecimal.valueOf(rows)) != 0) {
                return mismatch(last, value(trailer.rowsAt()), rows + " rows", null);
            }
        }
        if (trailer.amountAt() > 0 && sumKnown) {
            BigDecimal declared = trailer.numbers().parse(value(trailer.amountAt()));
            if (declared == null || declared.compareTo(sum) != 0) {
                return mismatch(
                        last, value(trailer.amountAt()), sum.toPlainString() + " in " + trailer.amountOf(), null);
            }
        }
        return null;
    }

    private String value(int position) {
        return last.values().get(position - 1);
    }

    private static BigDecimal whole(String text) {
        return text.matches("[0-9]{1,18}") ? new BigDecimal(text) : null;
    }

    private static Fault mismatch(Row row, String declared, String counted, String rule) {
        return new Fault(
                "trailer-mismatch",
                row.place(),
                declared,
                rule != null
                        ? rule + ADVICE
                        : "the trailer says this, but there are " + counted + " before it" + ADVICE);
    }
}
