package io.engageroutes.cli;

import io.engageroutes.workbench.Account;
import io.engageroutes.workbench.CannotTry;
import io.engageroutes.workbench.Json;
import io.engageroutes.workbench.SourceReading;
import io.engageroutes.workbench.Tried;
import io.engageroutes.workbench.TryReport;
import io.engageroutes.workbench.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what would become of the receipts in some files. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Reads files as the source would and tells what would become of each receipt: nothing is sent or stored.",
            "The readers, rules, prices, tables and settings are the application's.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  engage-routes try 014-20261103.csv --source till-csv",
            "  engage-routes try day.zip --source till-wincor --show 2",
            "  engage-routes try order.json --source shopify --envelope topic=orders/paid",
            "  engage-routes try day.xml --source till-wincor --diff ../before/routes",
            "",
            "Exit status: 0 all would be delivered, skipped or is no sale; 1 something would be a dead letter, or with"
                    + " --diff something differs; 2 a file or its source cannot be read."
        })
final class TryCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, plain, gzip or zip, read in this order.")
    private List<Path> files;

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "A source in routes/sources.")
    private String source;

    @Mixin
    private Routes routes;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Read them by this format instead of the source's; the source need not exist then.")
    private String format;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = "Read them by this file in routes/layouts, named without its ending.")
    private String layout;

    @Option(
            names = "--envelope",
            paramLabel = "KEY=VALUE",
            description = "What came with the files and does not stand in them, such as topic=orders/paid; repeatable.")
    private Map<String, String> envelope = Map.of();

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show the first N receipts in full: the canonical receipt and what would be sent.")
    private int show;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Describe at most N receipts with faults; the others are counted (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(
            names = {"-v", "--verbose"},
            description = "One line for every transaction, and all faults.")
    private boolean verbose;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean asJson;

    @Option(
            names = "--diff",
            paramLabel = "OLD",
            description = "Compare with what an older folder routes, or another layout or profile, makes of the files.")
    private Path old;

    @Option(names = "--show-contacts", description = "Show contact keys as they are: they are personal data.")
    private boolean contacts;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        files.forEach(TryCommand::requireFile);
        SourceReading reading = reading();
        PrintWriter out = spec.commandLine().getOut();
        if (old != null) {
            return new DiffRun(routes, reading, files, contacts, asJson).print(old, out);
        }
        Workbench bench = Workbench.open(routes.bench(), routes.settings().rating(), Clock.systemUTC());
        return asJson ? json(bench, reading, out) : text(bench, reading, out);
    }

    private SourceReading reading() {
        if (format != null && !routes.sources().names().contains(source)) {
            return new SourceReading(source, format, layout == null ? "none" : layout, false, null, envelope);
        }
        return routes.sources().named(source).by(format, layout).with(envelope);
    }

    private int json(Workbench bench, SourceReading reading, PrintWriter out) {
        TryReport report = new TryReport(reading, show, contacts);
        List<Tried> all = new ArrayList<>();
        for (Path file : files) {
            all.add(open(file, in -> report.add(bench, name(file), in)));
        }
        out.print(Json.pretty(report.json(Said.settings(routes.settings()))));
        out.flush();
        return status(all);
    }

    private int text(Workbench bench, SourceReading reading, PrintWriter out) {
        TryText text = new TryText(out, new TryText.Wish(show, verbose ? Integer.MAX_VALUE : most, verbose, contacts));
        text.begin(reading);
        Account total = new Account();
        List<Tried> all = new ArrayList<>();
        for (Path file : files) {
            text.document(name(file));
            Tried tried = open(file, in -> bench.read(reading, name(file), in, text::transaction));
            text.end(tried);
            all.add(tried);
            total.add(tried.account());
        }
        text.totals(total, all.size());
        Said.settings(routes.settings()).forEach(out::println);
        out.flush();
        return status(all);
    }

    private static int status(List<Tried> all) {
        if (all.stream().anyMatch(tried -> tried.broken() != null)) {
            return Commands.CANNOT;
        }
        return all.stream().allMatch(Tried::isGood) ? Commands.GOOD : Commands.FOUND;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void requireFile(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal(file
                    + (Files.isDirectory(file)
                            ? " is a folder: name the files in it"
                            : ": there is no such file that can be read"));
        }
    }

    /** What is done with an open file. */
    interface Use<T> {
        T with(InputStream in) throws IOException;
    }

    static <T> T open(Path file, Use<T> use) {
        try (InputStream in = Files.newInputStream(file)) {
            return use.with(in);
        } catch (IOException e) {
            throw new CannotTry(file + " cannot be read: " + e.getMessage());
        }
    }
}
