package io.engageroutes.intake.xml;

import java.util.List;

/**
 * Asks whether any value at some paths is one of those listed (or none of those); upper and lower case are the same, since a
 * training receipt marked {@code True} is one too.
 *
 * @param paths where to look; every value found there is asked, not only the first
 * @param values what to compare with
 * @param listed true: a value that is listed fulfils it; false: a value that is not listed does
 */
public record Condition(Paths paths, List<String> values, boolean listed) {

    /** What nothing fulfils. */
    public static final Condition NEVER = new Condition(Paths.NONE, List.of(), true);

    public boolean holds(Element from) {
        return !paths.isEmpty() && paths.first(from, value -> isListed(value) == listed) != null;
    }

    private boolean isListed(String value) {
        for (String known : values) {
            if (known.equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }
}
