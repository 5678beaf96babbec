package io.engageroutes.cli;

import io.engageroutes.wiring.WorkbenchSettings;
import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.RouteSources;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder that a command works with, and the settings of the place where it is called. */
final class Routes {

    @Option(
            names = "--routes",
            paramLabel = "DIR",
            description = "The folder routes (default: the setting intake.routes, routes).")
    private Path folder;

    private WorkbenchSettings settings;

    WorkbenchSettings settings() {
        if (settings == null) {
            settings = WorkbenchSettings.read();
        }
        return settings;
    }

    BenchSettings bench() {
        return settings().bench(folder);
    }

    RouteSources sources() {
        return RouteSources.in(bench().routes(), settings()::value);
    }
}
