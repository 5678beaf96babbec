package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of record of a file and how they are told apart.
 *
 * @param from where the type stands: the value's position from 0 in a delimited file, the first character's in a fixed-width one
 * @param length how many characters it has in a fixed-width file
 * @param types by name; one under the empty name when all rows are alike
 */
record RecordTypes(int from, int length, Map<String, RecordType> types) {

    private static final String ALL_ALIKE = "";

    static RecordTypes flat(Header header, Widths widths) {
        return new RecordTypes(0, 0, Map.of(ALL_ALIKE, RecordType.flat(header, widths)));
    }

    /** The type of a record that begins so, or null. */
    RecordType of(String name) {
        RecordType only = types.get(ALL_ALIKE);
        return only == null ? types.get(name) : only;
    }

    /** The type's name in a line of a fixed-width file. */
    String nameIn(String line) {
        return from >= line.length() ? "" : NumberPattern.stripped(line, from, Math.min(from + length, line.length()));
    }

    Stream<RecordType> of(RecordKind kind) {
        return types.values().stream().filter(type -> type.kind() == kind);
    }

    boolean has(RecordKind kind) {
        return of(kind).findAny().isPresent();
    }

    /** Whether a record can be this part of a receipt. */
    boolean mayBe(Kinds.Kind kind) {
        return types.values().stream()
                .anyMatch(type -> type.kinds() == null
                        ? type.kind().name().equals(kind.name())
                        : type.kinds().field().fixedValues().anyMatch(kind.word()::equals));
    }

    /** What a record of this kind stands in unless the layout says so. */
    Set<String> usualParents(RecordKind kind) {
        return of(kind.isOfLine() ? RecordKind.LINE : RecordKind.RECEIPT)
                .map(RecordType::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> names() {
        return types.keySet().stream().sorted().toList();
    }

    /** A row of a type that is none of these. */
    Row unknown(long line, String name) {
        return new Row(
                line,
                RecordType.unknown(name),
                Values.NONE,
                new Fault(
                        "unknown-record",
                        "line " + line,
                        name,
                        "a record of one of the types " + String.join(", ", names())
                                + " should stand here; if this type is right, add it to the layout's `records`, as"
                                + " `is: ignored` when it carries nothing"));
    }
}
