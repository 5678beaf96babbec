package io.engageroutes.intake.layout;

import java.util.List;
import java.util.Set;

/**
 * One type of record of a file.
 *
 * @param name what its records begin with; null when a file has one type and no name for it
 * @param kind what it is
 * @param kinds the column that decides for each record whether it is a line, tender, discount or nothing; null when it is
 *     always {@code kind}
 * @param header its columns
 * @param widths where its columns stand in a line; null in delimited files, and for a type that is ignored without columns
 * @param parents the types that it may stand in; empty when any that fits its kind
 * @param tallies what it says that should stand before it; for trailers
 */
record RecordType(
        String name,
        RecordKind kind,
        Kinds kinds,
        Header header,
        Widths widths,
        Set<String> parents,
        List<Tally> tallies) {

    /** The only type of a file whose rows are all alike. */
    static RecordType flat(Header header, Widths widths) {
        return new RecordType(null, RecordKind.LINE, null, header, widths, Set.of(), List.of());
    }

    /** Whether nobody looks at what stands in its records, so that they may be as long as they like. */
    boolean isBare() {
        return kind == RecordKind.IGNORED && header.size() == 0;
    }

    /** What nobody knows. */
    static RecordType unknown(String name) {
        return new RecordType(name, RecordKind.IGNORED, null, new Header(List.of()), null, Set.of(), List.of());
    }
}
