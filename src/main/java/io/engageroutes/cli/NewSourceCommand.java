package io.engageroutes.cli;

import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.Layouts;
import io.engageroutes.workbench.NewSource;
import io.engageroutes.workbench.NewStore;
import io.engageroutes.workbench.Rating;
import io.engageroutes.workbench.RouteSources;
import io.engageroutes.workbench.RouteTest;
import io.engageroutes.workbench.SampleStores;
import io.engageroutes.workbench.SourceReading;
import io.engageroutes.workbench.TestRun;
import io.engageroutes.workbench.Tried;
import io.engageroutes.workbench.WayIn;
import io.engageroutes.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the files of a new source. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the route of a new source, a layout of its own where wanted, its stores, and a golden test from a sample.",
            "What no option says is asked for on the terminal. Nothing is written over.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  engage-routes new source",
            "  engage-routes new source --name till-nord --format delimited --extends nordic-flat \\",
            "      --from sftp --sample day.csv --store 020,Uppsala,Europe/Stockholm,SE,sv-SE",
            "",
            "Exit status: 0 written, and all of the sample is good; 1 written, but the sample shows something to mend;"
                    + " 2 nothing was written."
        })
final class NewSourceCommand implements Callable<Integer> {

    @Option(names = "--name", paramLabel = "NAME", description = "Of the source, kebab-case: till-nord.")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", description = "The kind of document.")
    private String format;

    @Option(names = "--layout", paramLabel = "LAYOUT", description = "A layout that fits as it is.")
    private String layout;

    @Option(names = "--extends", paramLabel = "LAYOUT", description = "A layout that a new one extends.")
    private String base;

    @Option(names = "--from", paramLabel = "WAY", description = "How documents come in: ${COMPLETION-CANDIDATES}.")
    private WayIn from;

    @Option(names = "--sample", paramLabel = "FILE", description = "A document, which becomes a golden test.")
    private Path sample;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "A store for the register: ID,NAME,ZONE[,COUNTRY[,LANGUAGE]]. May be repeated.")
    private List<String> stores = List.of();

    @Mixin
    private Routes routes;

    @Spec
    private CommandSpec spec;

    private final Questions questions;

    NewSourceCommand(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Integer call() throws IOException {
        BenchSettings settings = routes.bench();
        Set<String> taken = routes.sources().names();
        NewSource source = new NewSource(settings.routes(), taken, wish(settings, taken));
        PrintWriter out = spec.commandLine().getOut();
        List<Path> written = source.write();
        out.println("Wrote");
        written.forEach(file -> out.println("  " + file));
        RouteTest test = source.sampleTest();
        boolean good = test == null || test(settings, test, out);
        nextSteps(
                test,
                test == null
                        ? Set.of()
                        : SampleStores.unknown(settings, routes.sources().named(name), sample, Clock.systemUTC()),
                out);
        out.flush();
        return good ? Commands.GOOD : Commands.FOUND;
    }

    private NewSource.Wish wish(BenchSettings settings, Set<String> taken) {
        SourceQuestions ask = new SourceQuestions(questions, settings);
        name = ask.name(name, taken);
        NewSource.requireName(name, taken);
        format = ask.format(format);
        Layouts.requireFormat(format);
        SourceQuestions.Chosen chosen = ask.layout(format, layout, base);
        from = ask.from(from);
        sample = ask.sample(sample);
        List<NewStore> given = stores.stream().map(NewStore::of).toList();
        List<NewStore> rows = ask.stores(given, name, format, chosen, sample);
        NewStore.check(rows, settings.stores());
        return new NewSource.Wish(name, format, chosen.asItIs(), chosen.extended(), from, sample, rows);
    }

    /** Writes what comes out of the sample and says it; true when nothing in it is wrong. */
    private boolean test(BenchSettings settings, RouteTest test, PrintWriter out) throws IOException {
        RouteSources sources = RouteSources.in(settings.routes(), routes.settings()::value);
        new TestRun(settings, () -> sources).update(test);
        out.println("  " + test.expected());
        Workbench bench = Workbench.open(settings, Rating.none(), Clock.systemUTC());
        TryText text = new TryText(out, new TryText.Wish(0, 5, false, false));
        text.document("The sample");
        SourceReading reading = sources.named(name);
        Tried tried = TryCommand.open(sample, in -> bench.read(reading, name(sample), in, text::transaction));
        text.end(tried);
        text.totals(tried.account(), 1);
        return tried.isGood();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void nextSteps(RouteTest test, Set<String> unknownStores, PrintWriter out) {
        out.println("Next");
        if (!unknownStores.isEmpty()) {
            Wrapped.print(
                    out,
                    2,
                    "- add these stores of the sample to routes/data/stores.csv, each with its zone: "
                            + String.join(", ", unknownStores));
        }
        if (test != null) {
            Wrapped.print(out, 2, "- read " + test.expected() + " through: is it what the receipts say?");
            Wrapped.print(
                    out,
                    2,
                    "- after each change: engage-routes test " + name + ", and --update once what it shows is right");
        }
        Wrapped.print(
                out,
                2,
                "- a whole day of a real store: engage-routes try FILE --source " + name
                        + ", and hold the totals against the store's own");
        Wrapped.print(out, 2, "- " + from.toDo(name));
        Wrapped.print(
                out,
                2,
                "- an application that runs with this folder takes it by itself within seconds: /api/routes says so");
    }
}
