package io.engageroutes.receipt;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A small table kept by people: CSV with semicolons, a header, and comment lines that begin with {@code #}. Collects what is
 * wrong with it, so that all of it can be mended at once.
 */
public final class DataTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String fileName;
    private final List<String> problems = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    public DataTable(Reader text, String fileName, String... columns) throws IOException {
        this.fileName = fileName;
        read(new BufferedReader(text), Arrays.asList(columns));
    }

    public List<Row> rows() {
        return rows;
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException with everything that is wrong, a line for each
     */
    public void demandNoProblems() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private void read(BufferedReader text, List<String> columns) throws IOException {
        CsvParser parser = new CsvParser(settings());
        List<String> header = null;
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            String content = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (content.isBlank() || content.stripLeading().startsWith("#")) {
                continue;
            }
            String[] cells = parser.parseLine(content);
            if (header == null) {
                header = Arrays.asList(cells);
                checkHeader(number, header, columns);
            } else if (cells.length != header.size()) {
                problem(number, "has " + cells.length + " columns; the header has " + header.size());
            } else {
                rows.add(new Row(number, cells(header, cells)));
            }
        }
        if (header == null) {
            problem(Math.max(number, 1), "the file is empty; it begins with " + String.join(";", columns));
        }
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(';');
        settings.setNullValue("");
        settings.setEmptyValue("");
        return settings;
    }

    private void checkHeader(int number, List<String> header, List<String> columns) {
        if (!new TreeSet<>(header).equals(new TreeSet<>(columns)) || header.size() != columns.size()) {
            problem(
                    number,
                    "the columns are " + String.join(";", header) + "; they must be " + String.join(";", columns));
            demandNoProblems();
        }
    }

    private static Map<String, String> cells(List<String> header, String[] cells) {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < cells.length; at++) {
            named.put(header.get(at), cells[at]);
        }
        return named;
    }

    private void problem(int line, String text) {
        problems.add(fileName + ", line " + line + ": " + text);
    }

    /** One row with its cells by column; an empty cell is an empty string. */
    public final class Row {

        private final int line;
        private final Map<String, String> cells;

        private Row(int line, Map<String, String> cells) {
            this.line = line;
            this.cells = cells;
        }

        public int line() {
            return line;
        }

        public String cell(String column) {
            return cells.get(column);
        }

        /** Says that the cell is wrong, and what should stand there. */
        public void wrong(String column, String rule) {
            problem(line, column + " '" + cells.get(column) + "' " + rule);
        }
    }
}
