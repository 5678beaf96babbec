package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A receipt's rows as text for mending: only the columns that the layout reads, for the others may name staff or cards. */
final class OriginalRows {

    private final RowText rowText;
    private final Map<String, Set<String>> columns;
    private final Set<String> ofAll;
    private final int typeAt;

    /**
     * For one document.
     *
     * @param columns the columns that are read, by type of record; under the empty name for a file whose rows are alike
     * @param typeAt where a record's type stands in it
     */
    OriginalRows(RowText rowText, Map<String, Set<String>> columns, int typeAt) {
        this.rowText = rowText;
        this.columns = columns;
        this.ofAll = columns.getOrDefault("", Set.of());
        this.typeAt = typeAt;
    }

    /** Rows that the same layout can read; of a row that could not be split only where it stands. */
    String of(List<Row> rows) {
        List<String> text = new ArrayList<>();
        Row first = rows.get(0);
        if (first.type().name() == null && first.type().widths() == null) {
            text.add(rowText.join(read(first)));
        }
        first.around().forEach(row -> text.add(text(row)));
        rows.forEach(row -> text.add(text(row)));
        return String.join("\n", text);
    }

    private String text(Row row) {
        if (row.values().size() == 0) {
            return row.place();
        }
        if (row.type().widths() != null) {
            return padded(row);
        }
        if (row.type().name() == null) {
            return rowText.join(read(row).stream().map(row::get).toList());
        }
        List<String> values = new ArrayList<>();
        for (int at = 0; at < row.header().size(); at++) {
            values.add(isRead(row, at) ? row.values().get(at) : "");
        }
        return rowText.join(values);
    }

    private List<String> read(Row row) {
        return row.header().names().stream().filter(ofAll::contains).toList();
    }

    private boolean isRead(Row row, int at) {
        return columns.getOrDefault(row.type().name() == null ? "" : row.type().name(), Set.of())
                        .contains(row.header().names().get(at))
                || row.type().name() != null && at == typeAt;
    }

    private String padded(Row row) {
        Widths widths = row.type().widths();
        StringBuilder text = new StringBuilder(" ".repeat(widths.length()));
        for (int at = 0; at < row.header().size(); at++) {
            int from = widths.bounds()[2 * at];
            String value = row.values().get(at);
            if (isRead(row, at)) {
                text.replace(from, from + value.length(), value);
            }
        }
        return text.toString();
    }
}
