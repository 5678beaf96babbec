package io.engageroutes.currency;

/** A file of rates that is wrong somewhere; nothing of it was taken. */
public final class UnreadableRates extends RuntimeException {

    private static final int LONGEST_VALUE = 60;

    private final String file;
    private final String place;
    private final String value;

    /**
     * @param file the file's name
     * @param place the line, and the element or column
     * @param value what stands there, or null
     * @param rule what should stand there, and what to do
     */
    UnreadableRates(String file, String place, String value, String rule) {
        super(file + ", " + place + ": " + (value == null ? "" : "'" + shortened(value) + "': ") + rule);
        this.file = file;
        this.place = place;
        this.value = value == null ? null : shortened(value);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    public String file() {
        return file;
    }

    public String place() {
        return place;
    }

    public String value() {
        return value;
    }
}
