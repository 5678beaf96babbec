package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonLocation;

/** Words for where in a document something stands. */
final class Places {

    private Places() {}

    static String of(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    static String line(long number) {
        return "line " + number;
    }
}
