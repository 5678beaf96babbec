package io.engageroutes.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of the sandbox's README: what is said to come out of each sample. */
final class SampleTables {

    static final Path FOLDER = Path.of("src/main/resources/sandbox");

    private static final Pattern HEADING = Pattern.compile("## (till-\\w+|erp(?:-\\w+)?|shop):.*");

    private SampleTables() {}

    /**
     * A row.
     *
     * @param receipt its number; empty for a message that holds one receipt or none
     * @param end the first words of what comes out: delivered, skipped, duplicate, dead, non-sale or broken
     * @param detail what follows: an amount, or why
     */
    record Row(String source, String file, String receipt, String end, String detail) {}

    static List<Row> read() throws IOException {
        List<Row> rows = new ArrayList<>();
        String source = null;
        String file = "";
        for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                source = heading.group(1);
            } else if (line.startsWith("## ")) {
                source = null;
            } else if (source != null && line.startsWith("| ")) {
                String[] cells = line.substring(1).split("\\|");
                boolean many = source.contains("-");
                if (cells[0].strip().equals("File")) {
                    continue;
                }
                file = cells[0].isBlank() ? file : cells[0].strip().replace("`", "");
                rows.add(row(source, file, many ? cells[1].strip() : "", cells[many ? 2 : 1].strip()));
            }
        }
        return rows;
    }

    private static Row row(String source, String file, String receipt, String comesOut) {
        String[] words = comesOut.split(":? ", 2);
        return new Row(source, file, receipt, words[0], words.length == 1 ? "" : words[1]);
    }
}
