package io.engageroutes.check;

import io.engageroutes.order.ArticleTable;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables in {@code data/}: every fault with its line, and its column where a cell is at fault. */
final class Tables {

    private static final Pattern FAULT = Pattern.compile("(?s).*?, line (\\d+): (.*)");
    private static final Pattern CELL = Pattern.compile("(?s)(\\w+) '.*");

    private final List<FolderFile> files;
    private final Consumer<Finding> findings;

    private Tables(List<FolderFile> files, Consumer<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Reads a table; throws all its faults, a line for each. */
    @FunctionalInterface
    private interface Table {
        Object read(Reader csv, String fileName) throws IOException;
    }

    static void check(List<FolderFile> files, Consumer<Finding> findings) {
        Tables tables = new Tables(files, findings);
        tables.check("stores.csv", true, StoreRegister::read);
        tables.check("vat-rates.csv", true, VatRates::read);
        tables.check("articles.csv", false, ArticleTable::read);
    }

    private void check(String name, boolean needed, Table table) {
        Path path = Path.of("data", name);
        FolderFile file = files.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElse(null);
        if (file == null && !needed) {
            return;
        }
        if (file == null) {
            findings.accept(
                    new Finding(path, 0, 0, "the file is missing", "the application does not start without it"));
            return;
        }
        if (file.text() == null) {
            return;
        }
        try {
            table.read(new StringReader(file.text()), name);
        } catch (IllegalArgumentException e) {
            e.getMessage().lines().forEach(fault -> fault(file, fault));
        } catch (IOException e) {
            findings.accept(new Finding(path, 0, 0, "cannot be read: " + e.getMessage(), "mend or replace it"));
        }
    }

    private void fault(FolderFile file, String text) {
        Matcher fault = FAULT.matcher(text);
        int line = fault.matches() ? Integer.parseInt(fault.group(1)) : 0;
        String said = line == 0 ? text : fault.group(2);
        int split = said.lastIndexOf("; ");
        findings.accept(new Finding(
                file.path(),
                line,
                column(file.text().lines().toList(), line, said),
                split < 0 ? said : said.substring(0, split),
                split < 0 ? "mend the line" : said.substring(split + 2)));
    }

    private static int column(List<String> lines, int line, String said) {
        Matcher cell = CELL.matcher(said);
        if (line == 0 || !cell.matches()) {
            return 0;
        }
        String header = lines.stream()
                .filter(each -> !each.isBlank() && !each.stripLeading().startsWith("#"))
                .findFirst()
                .orElse("");
        int at = Arrays.asList(header.split(";")).indexOf(cell.group(1));
        String row = lines.get(line - 1);
        int column = 0;
        for (int before = 0; before < at; before++) {
            column = row.indexOf(';', column) + 1;
        }
        return at < 0 || row.contains("\"") ? 0 : column + 1;
    }
}
