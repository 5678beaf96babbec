package io.engageroutes.callback;

/** A callback whose body cannot be what its source reads. */
public final class WrongContentType extends RuntimeException {

    private final String wanted;

    WrongContentType(String wanted, String wrong) {
        super(wrong, null, false, false);
        this.wanted = wanted;
    }

    /** What would be taken. */
    String wanted() {
        return wanted;
    }
}
