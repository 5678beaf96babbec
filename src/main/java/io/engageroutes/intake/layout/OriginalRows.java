package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A receipt's rows as text for mending: only the columns that the layout reads, for the others may name staff or cards. */
final class OriginalRows {

    private final RowText rowText;
    private final Set<String> columns;

    OriginalRows(RowText rowText, Set<String> columns) {
        this.rowText = rowText;
        this.columns = columns;
    }

    /** The names of the columns and the rows; of a row that could not be split only where it stands. */
    String of(List<Row> rows) {
        List<String> names =
                rows.get(0).header().names().stream().filter(columns::contains).toList();
        List<String> text = new ArrayList<>();
        text.add(rowText.join(names));
        for (Row row : rows) {
            text.add(
                    row.values().length == 0
                            ? row.place()
                            : rowText.join(names.stream().map(row::get).toList()));
        }
        return String.join("\n", text);
    }
}
