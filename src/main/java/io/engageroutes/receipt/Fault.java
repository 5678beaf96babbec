package io.engageroutes.receipt;

/**
 * One thing that is wrong with a receipt, said so that its reader can mend it.
 *
 * @param code a short constant in kebab case to list and count by, such as {@code total-mismatch}
 * @param place where: a path such as {@code lines[2].quantity}, an element, or a line and column of the document
 * @param value what stands there, shortened; null when nothing stands there
 * @param rule what should stand there, and what to do about it
 */
public record Fault(String code, String place, String value, String rule) {

    private static final int LONGEST_VALUE = 120;

    public Fault {
        value = value != null && value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    /** The same fault of what stands at a field of something larger. */
    public Fault below(String field) {
        return new Fault(code, field + "." + place, value, rule);
    }

    @Override
    public String toString() {
        return place + ": " + (value == null ? "" : "'" + value + "': ") + rule + " (" + code + ")";
    }
}
