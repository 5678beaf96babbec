package io.engageroutes.intake.mapping;

import io.engageroutes.receipt.Fault;

/** What a mapping could not do with one part; its message says so without what stands in the part. */
final class MappingFailure extends RuntimeException {

    /** Where in the mapping, or null when it is not known yet. */
    private final String place;

    MappingFailure(String message) {
        this(null, message);
    }

    MappingFailure(String place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    /** The same with its place, unless it has one. */
    MappingFailure at(String where) {
        return place == null ? new MappingFailure(where, getMessage()) : this;
    }

    Fault fault(String fileName) {
        return new Fault(
                "mapping-failed",
                place == null ? fileName : place,
                null,
                getMessage() + "; mend the mapping here, or what the source sends to it");
    }
}
