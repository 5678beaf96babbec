package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Runs golden tests. What comes out depends on nothing but the files in {@code routes/} and the rules that are set. */
public final class TestRun {

    /** Later than every receipt: whether one lies in the future would depend on the day on which the test runs. */
    private static final Clock LATE = Clock.fixed(Instant.parse("9990-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final JudgedJson JSON = new JudgedJson(true);
    private static final String TRANSACTIONS = "transactions";

    private final BenchSettings settings;
    private final Supplier<RouteSources> sources;

    /** @param sources read when the first test needs them */
    public TestRun(BenchSettings settings, Supplier<RouteSources> sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** Compares what comes out with what is expected. */
    public TestResult run(RouteTest test) {
        try {
            ObjectNode actual = actual(test);
            if (!Files.exists(test.expected())) {
                return TestResult.trouble(
                        test, "there is no " + test.expected() + " yet: --update writes it, then read it through");
            }
            return compared(test, Json.read(Files.readAllBytes(test.expected())), actual);
        } catch (CannotTry e) {
            return TestResult.trouble(test, e.getMessage());
        } catch (IOException e) {
            return TestResult.trouble(
                    test,
                    test.expected() + " is no JSON: "
                            + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /**
     * Writes what comes out as what is expected.
     *
     * @return whether the file changed
     * @throws CannotTry when the test cannot be run
     */
    public boolean update(RouteTest test) throws IOException {
        String now = Json.pretty(actual(test));
        if (Files.exists(test.expected()) && Files.readString(test.expected()).equals(now)) {
            return false;
        }
        Files.writeString(test.expected(), now);
        return true;
    }

    private ObjectNode actual(RouteTest test) {
        SourceReading reading = sources.get().named(test.source()).with(test.envelope());
        BenchSettings tables = settings.with(
                test.table("stores.csv", settings.stores()), test.table("vat-rates.csv", settings.vatRates()));
        Workbench bench = Workbench.open(tables, Rating.none(), LATE);
        List<Path> inputs = test.inputs();
        if (inputs.isEmpty()) {
            throw new CannotTry("there is no document in " + test.folder() + ": its name begins with input");
        }
        ObjectNode node = Json.object();
        ArrayNode documents = node.putArray("documents");
        inputs.forEach(input -> documents.add(document(bench, reading, input)));
        return node;
    }

    private static ObjectNode document(Workbench bench, SourceReading reading, Path input) {
        String name = input.getFileName().toString();
        ArrayNode transactions = Json.object().putArray(TRANSACTIONS);
        try (InputStream in = Files.newInputStream(input)) {
            Tried tried = bench.read(reading, name, in, judged -> transactions.add(JSON.lasting(judged)));
            ObjectNode node = Json.object();
            node.put("document", name);
            node.setAll(TriedJson.counts(tried.account()));
            if (tried.broken() != null) {
                node.set("broken", JudgedJson.fault(tried.broken(), false));
            }
            if (tried.refused()) {
                node.put("refused", true);
            }
            node.set(TRANSACTIONS, transactions);
            return node;
        } catch (IOException e) {
            throw new CannotTry(input + " cannot be read: " + e.getMessage());
        }
    }

    private static TestResult compared(RouteTest test, JsonNode expected, ObjectNode actual) {
        Comparison comparison = Comparison.exact();
        JsonNode before = withoutTransactions(expected, comparison::before);
        JsonNode now = withoutTransactions(actual, comparison::now);
        return new TestResult(test, null, Difference.between(before, now), comparison.changes());
    }

    private static JsonNode withoutTransactions(JsonNode whole, BiConsumer<String, JsonNode> each) {
        for (JsonNode document : whole.path("documents")) {
            String name = document.path("document").asText();
            document.path(TRANSACTIONS).forEach(transaction -> each.accept(name, transaction));
            if (document instanceof ObjectNode node) {
                node.remove(TRANSACTIONS);
            }
        }
        return whole;
    }
}
