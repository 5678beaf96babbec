package io.engageroutes.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the reading benchmark and prints its figures as the table of {@code docs/benchmark.md}. */
public final class ReadingTable {

    private static final double MILLION = 1e6;
    private static final double MILLISECONDS = 1e3;

    private ReadingTable() {}

    /** @param arguments those of JMH, such as {@code -p form=POSLOG,DELIMITED} */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(ReadingBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println("| format, layout | MB | MB/s | receipts/s | bare loop MB/s | times the bare loop |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        Arrays.stream(Form.values())
                .filter(form -> results.stream().anyMatch(result -> isOf(result, form)))
                .forEach(form -> System.out.println(row(form, results)));
    }

    private static String row(Form form, Collection<RunResult> results) {
        double read = milliseconds(form, "read", results);
        double bare = milliseconds(form, "bare", results);
        double megabytes =
                form.documents().stream().mapToLong(document -> document.length).sum() / MILLION;
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %,.0f | %.0f | %.1f |",
                form.title(),
                megabytes,
                megabytes * MILLISECONDS / read,
                form.receipts() * MILLISECONDS / read,
                megabytes * MILLISECONDS / bare,
                read / bare);
    }

    private static double milliseconds(Form form, String benchmark, Collection<RunResult> results) {
        return results.stream()
                .filter(result ->
                        isOf(result, form) && result.getParams().getBenchmark().endsWith("." + benchmark))
                .findFirst()
                .map(result -> result.getPrimaryResult().getScore())
                .orElse(Double.NaN);
    }

    private static boolean isOf(RunResult result, Form form) {
        return form.name().equals(result.getParams().getParam("form"));
    }
}
