package io.engageroutes.cli;

import io.engageroutes.workbench.CannotTry;
import io.engageroutes.workbench.RouteSources;
import io.engageroutes.workbench.RouteTest;
import io.engageroutes.workbench.RouteTests;
import io.engageroutes.workbench.TestResult;
import io.engageroutes.workbench.TestRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the golden tests of the sources. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the documents in routes/tests/SOURCE/CASE/input* and compares what comes out with expected.json there.",
            "Exchange rates and the clock take no part, so the result is the same on every day.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  engage-routes test",
            "  engage-routes test till-csv till-wincor/returns",
            "  engage-routes test till-csv --update    # then read the change through: git diff",
            "",
            "Exit status: 0 all is as expected; 1 a test failed; 2 there is no such test, or it cannot be written."
        })
final class TestCommand implements Callable<Integer> {

    private static final int MOST_LINES = 20;

    @Parameters(arity = "0..*", paramLabel = "SOURCE[/CASE]", description = "Which tests; all when none is named.")
    private List<String> wanted = List.of();

    @Mixin
    private Routes routes;

    @Option(names = "--update", description = "Write what comes out to expected.json, for review.")
    private boolean update;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RouteTests tests = RouteTests.in(routes.bench().routes());
        RouteSources sources = routes.sources();
        TestRun run = new TestRun(routes.bench(), () -> sources);
        PrintWriter out = spec.commandLine().getOut();
        List<RouteTest> asked = tests.named(wanted);
        int failed = update ? update(run, asked, out) : compare(run, asked, out);
        if (wanted.isEmpty()) {
            Set<String> untested = tests.untested(sources.names());
            if (!untested.isEmpty()) {
                out.println("Without a test: " + String.join(", ", untested));
            }
        }
        out.flush();
        return failed == 0 ? Commands.GOOD : Commands.FOUND;
    }

    private static int compare(TestRun run, List<RouteTest> tests, PrintWriter out) {
        int failed = 0;
        for (RouteTest test : tests) {
            TestResult result = run.run(test);
            out.println((result.isGood() ? "ok      " + test : "FAILED  " + test + " (expected -> came out)"));
            if (!result.isGood()) {
                failed++;
                print(result, out);
            }
        }
        out.println((tests.size() - failed) + " ok, " + failed + " failed");
        return failed;
    }

    private static void print(TestResult result, PrintWriter out) {
        if (result.trouble() != null) {
            Wrapped.print(out, 4, result.trouble());
            return;
        }
        List<String> lines = DiffText.lines(result);
        lines.stream().limit(MOST_LINES).forEach(line -> out.println("    " + line));
        if (lines.size() > MOST_LINES) {
            out.println("    ... and " + (lines.size() - MOST_LINES) + " lines more");
        }
    }

    private static int update(TestRun run, List<RouteTest> tests, PrintWriter out) throws IOException {
        int written = 0;
        int failed = 0;
        for (RouteTest test : tests) {
            try {
                if (run.update(test)) {
                    written++;
                    out.println("wrote   " + test.expected());
                }
            } catch (CannotTry e) {
                failed++;
                out.println("FAILED  " + test);
                Wrapped.print(out, 4, e.getMessage());
            }
        }
        out.println(
                written + " written, " + (tests.size() - written - failed) + " as they were, " + failed + " failed");
        if (written > 0) {
            out.println("Read through what changed before you commit it.");
        }
        return failed;
    }
}
