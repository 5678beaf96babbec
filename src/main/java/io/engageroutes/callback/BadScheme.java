package io.engageroutes.callback;

/** A source whose scheme cannot be used as it is set up; the sender is told to come again, and the log says what to mend. */
public final class BadScheme extends RuntimeException {

    BadScheme(String setting, String wrong) {
        super(wrong + "; mend the source's route or the setting " + setting, null, false, false);
    }
}
