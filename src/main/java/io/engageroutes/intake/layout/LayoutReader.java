package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a layout of its file and finds everything that is wrong with it at once. */
final class LayoutReader {

    private LayoutReader() {}

    static Layout read(InputStream yaml, String fileName, Layout.Siblings siblings) throws IOException {
        List<Fault> faults = new ArrayList<>();
        Section file = new Section(new LayoutTree(siblings).read(yaml, fileName), fileName + ": ", faults);
        file.text("description", null);
        FieldReader fields = new FieldReader(Numbers.read(file.section("numbers"), null));
        boolean typed = file.section("records").isPresent();
        Dialect dialect = DialectReader.read(file, fields.numbers(), typed);
        RecordTypes records = records(file, dialect, fields, typed);
        Grouping grouping = grouping(file, typed);
        Mapping mapping = new MappingReader(file, fields, typed ? records : null).read();
        file.refuseUnknown();
        if (typed) {
            new RecordColumns(mapping, records).check(file);
        } else {
            checkColumns(file, dialect, records, grouping, mapping);
        }
        if (!faults.isEmpty()) {
            throw new BrokenLayout(faults);
        }
        return new Layout(dialect, typed, records, grouping, mapping);
    }

    private static RecordTypes records(Section file, Dialect dialect, FieldReader fields, boolean typed) {
        boolean fixed = dialect.fixedWidth();
        ColumnsReader columns = new ColumnsReader(
                fixed, fixed && file.flag("looseEnds", false), fixed ? file.text("widthHint", null) : null);
        if (typed) {
            return new RecordsReader(file.section("records"), fixed, columns, fields).read();
        }
        if (!fixed) {
            return null;
        }
        ColumnsReader.Columns own = columns.read(file);
        return RecordTypes.flat(own.header(), own.widths());
    }

    private static Grouping grouping(Section file, boolean typed) {
        int mostRows = file.number("mostRows", 10_000, 1, 1_000_000);
        if (typed) {
            return new Grouping(List.of(), Grouping.Rows.TOGETHER, 1, mostRows);
        }
        List<String> by = file.texts("receiptBy");
        if (by.isEmpty()) {
            file.fault(
                    "missing-key",
                    "receiptBy",
                    null,
                    "the columns should stand here that tell one receipt from another, such as [Store, Till, Day, Number]");
        }
        return new Grouping(
                by,
                file.oneOf("rows", Grouping.Rows.class, Grouping.Rows.TOGETHER),
                file.number("mostReceipts", 50_000, 1, 10_000_000),
                mostRows);
    }

    private static void checkColumns(
            Section file, Dialect dialect, RecordTypes fixed, Grouping grouping, Mapping mapping) {
        Set<String> named = new TreeSet<>(mapping.columns());
        named.addAll(grouping.by());
        if (dialect.trailer() != null && dialect.trailer().amountOf() != null) {
            named.add(dialect.trailer().amountOf());
        }
        List<String> there =
                fixed == null ? dialect.columns() : fixed.of("").header().names();
        if (!dialect.header()) {
            for (String column : named) {
                if (!there.contains(column)) {
                    file.fault(
                            "unknown-column",
                            "columns",
                            column,
                            "the layout reads this column, so it has to stand in the list of columns");
                }
            }
        }
        for (String column : dialect.optional()) {
            if (!named.contains(column)) {
                file.fault("unknown-column", "optional", column, "nothing in the layout reads this column");
            }
        }
    }
}
