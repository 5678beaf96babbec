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
        Dialect dialect = DialectReader.read(file, fields.numbers());
        Grouping grouping = grouping(file);
        Mapping mapping = new MappingReader(file, fields).read();
        file.refuseUnknown();
        checkColumns(file, dialect, grouping, mapping);
        if (!faults.isEmpty()) {
            throw new BrokenLayout(faults);
        }
        return new Layout(dialect, grouping, mapping);
    }

    private static Grouping grouping(Section file) {
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
                file.number("mostRows", 10_000, 1, 1_000_000));
    }

    private static void checkColumns(Section file, Dialect dialect, Grouping grouping, Mapping mapping) {
        Set<String> named = new TreeSet<>(mapping.columns());
        named.addAll(grouping.by());
        if (dialect.trailer() != null && dialect.trailer().amountOf() != null) {
            named.add(dialect.trailer().amountOf());
        }
        if (!dialect.header()) {
            for (String column : named) {
                if (!dialect.columns().contains(column)) {
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
