package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads from a layout which types of record its files have. */
final class RecordsReader {

    private final Section records;
    private final boolean fixedWidth;
    private final ColumnsReader columns;
    private final FieldReader fields;

    RecordsReader(Section records, boolean fixedWidth, ColumnsReader columns, FieldReader fields) {
        this.records = records;
        this.fixedWidth = fixedWidth;
        this.columns = columns;
        this.fields = fields;
    }

    RecordTypes read() {
        int from = fixedWidth ? records.number("start", 1, 1, 10_000) : records.number("position", 1, 1, 10_000);
        int length = fixedWidth ? records.number("length", 1, 1, 100) : 0;
        Section types = records.section("types");
        Map<String, RecordType> read = new LinkedHashMap<>();
        for (String name : types.keys()) {
            read.put(name, type(name, types.section(name), Set.copyOf(types.keys())));
        }
        records.refuseUnknown();
        RecordTypes all = new RecordTypes(from - 1, length, read);
        if (!all.has(RecordKind.RECEIPT) || !all.mayBe(Kinds.Kind.LINE)) {
            records.fault(
                    "missing-key",
                    "types",
                    null,
                    "at least a type that `is: receipt`, which begins one, and one that `is: line` should stand here");
        }
        return all;
    }

    private RecordType type(String name, Section section, Set<String> names) {
        RecordKind kind = section.isScalar("is") ? section.oneOf("is", RecordKind.class, RecordKind.IGNORED) : null;
        if (kind == null && !section.section("is").isPresent()) {
            section.fault(
                    "missing-key",
                    "is",
                    null,
                    "what such records are should stand here, such as line, or {column: X, values: {A: line, V: ignored}}");
        }
        Kinds kinds = kind == null && section.section("is").isPresent()
                ? new Kinds(fields.apart().kinds(section, "is"))
                : null;
        boolean bare = kind == RecordKind.IGNORED && !section.has("columns");
        ColumnsReader.Columns own =
                bare ? new ColumnsReader.Columns(new Header(List.of()), null) : columns.read(section);
        Set<String> parents = new TreeSet<>(section.texts("parent"));
        for (String parent : parents) {
            if (!names.contains(parent)) {
                section.fault("unknown-value", "parent", parent, "one of the types " + names + " should stand here");
            }
        }
        List<Tally> tallies = kind == RecordKind.RECEIPT_TRAILER || kind == RecordKind.FILE_TRAILER
                ? tallies(section, names)
                : List.of();
        section.refuseUnknown();
        return new RecordType(
                name, kind == null ? RecordKind.LINE : kind, kinds, own.header(), own.widths(), parents, tallies);
    }

    private List<Tally> tallies(Section section, Set<String> names) {
        FieldReader own = fields.apart();
        List<Tally> tallies = new ArrayList<>();
        tallies.addAll(MappingReader.listed(section, "counts", each -> count(each, own, names)));
        tallies.addAll(MappingReader.listed(section, "sums", each -> sum(each, own, names, false)));
        tallies.addAll(MappingReader.listed(section, "hashes", each -> sum(each, own, names, true)));
        return tallies;
    }

    private static Tally count(Section section, FieldReader own, Set<String> names) {
        List<String> of = section.texts("of");
        Set<String> known = new TreeSet<>(names);
        known.addAll(List.of(Tally.RECORDS, Tally.ALL_RECORDS, Tally.RECEIPTS));
        if (of.isEmpty() || !known.containsAll(of)) {
            section.fault(
                    "unknown-value", "of", String.join(", ", of), "one or more of " + known + " should stand here");
        }
        return new Tally(declared(section, own.wholeNumber(section, "column")), of, null, null, false);
    }

    private Tally sum(Section section, FieldReader own, Set<String> names, boolean hash) {
        String in = section.text("in", "");
        Field summed = fields.apart().number(section, "of");
        if (!names.contains(in) || summed == null) {
            section.fault(
                    "missing-key",
                    "in",
                    in,
                    "both `of`, the summed column, and `in`, its type of record, should stand here");
        }
        return new Tally(declared(section, own.number(section, "column")), List.of(), summed, in, hash);
    }

    private static Field declared(Section section, Field column) {
        if (column == null) {
            section.fault("missing-key", "column", null, "the trailer's column should stand here");
        }
        return column;
    }
}
