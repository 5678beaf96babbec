package io.engageroutes.cli;

import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.CannotTry;
import io.engageroutes.workbench.ChangesJson;
import io.engageroutes.workbench.Comparison;
import io.engageroutes.workbench.Json;
import io.engageroutes.workbench.Judged;
import io.engageroutes.workbench.Rating;
import io.engageroutes.workbench.RouteSources;
import io.engageroutes.workbench.SourceReading;
import io.engageroutes.workbench.Tried;
import io.engageroutes.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** The same files by two versions of what reads them. */
final class DiffRun {

    private final Routes routes;
    private final SourceReading reading;
    private final List<Path> files;
    private final Comparison comparison;
    private final boolean asJson;
    private int broken;

    DiffRun(Routes routes, SourceReading reading, List<Path> files, boolean contacts, boolean asJson) {
        this.routes = routes;
        this.reading = reading;
        this.files = files;
        this.comparison = new Comparison(contacts);
        this.asJson = asJson;
    }

    /** @param old a folder of routes, or a layout or profile as a file or by its name in {@code routes/layouts} */
    int print(Path old, PrintWriter out) {
        BenchSettings now = routes.bench();
        boolean folder = Files.isDirectory(old);
        BenchSettings before = folder ? now.over(old) : now;
        SourceReading oldReading = folder
                ? RouteSources.in(old, routes.settings()::value)
                        .named(reading.source())
                        .with(reading.envelope())
                : byLayout(old);
        read(before, oldReading, comparison::before, "before", out);
        read(now, reading, comparison::now, "now", out);
        List<Comparison.Change> changes = comparison.changes();
        if (asJson) {
            out.print(Json.pretty(ChangesJson.of(reading.source(), changes)));
        } else {
            DiffText.print(changes, out);
        }
        out.flush();
        if (broken > 0) {
            return Commands.CANNOT;
        }
        return changes.isEmpty() ? Commands.GOOD : Commands.FOUND;
    }

    private SourceReading byLayout(Path old) {
        String name = old.toString().replaceFirst("\\.(yaml|jslt|xslt?)$", "");
        return reading.by(
                null, Files.isRegularFile(old) ? Path.of(name).toAbsolutePath().toString() : name);
    }

    /** Rates are left out: they say nothing about how a document is read. */
    private void read(
            BenchSettings settings, SourceReading how, Consumer<Judged> each, String version, PrintWriter out) {
        Workbench bench = Workbench.open(settings, Rating.none(), Clock.systemUTC());
        for (Path file : files) {
            try {
                Tried tried = TryCommand.open(
                        file, in -> bench.read(how, file.getFileName().toString(), in, each));
                if (tried.broken() != null) {
                    broken++;
                    if (!asJson) {
                        Wrapped.print(out, 0, file.getFileName() + " " + version + ": broken. " + tried.broken());
                    }
                }
            } catch (CannotTry e) {
                throw new CannotTry(version + ": " + e.getMessage());
            }
        }
    }
}
