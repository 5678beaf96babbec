package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.engageroutes.cli.Commands;
import io.engageroutes.intake.saft.AuditFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a till: what the fiscal record has, what the feed brought, and what a side file of members adds. */
class ReconcileIT {

    private static final int SALES = 200;
    private static final List<Integer> MISSING = List.of(17, 18, 150);
    private static final int DEAD = 40;
    private static final int SKIPPED = 41;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aDayIsComparedAndItsGapsAreFilled() throws Exception {
        Path routes = routes();
        Path day = Files.write(folder.resolve("day.xml"), fiscalDay());
        Path members = Files.writeString(folder.resolve("members.csv"), """
                transaction;member
                %d;%s
                %d;%s
                %d;%s
                4711;%4$s
                """.formatted(
                        1000 + SKIPPED, Receipts.MEMBER, 1017, Receipts.MEMBER, 1001, Receipts.MEMBER));

        String database;
        try (RunningApplication application = RunningApplication.start(folder.resolve("state"), ReconcileIT.class)) {
            String address = "--application=http://localhost:" + application.port();
            String[] where = {day.toString(), "--source=till-json", "--layout=saft/own", "--routes=" + routes, address};
            feed(application);

            JsonNode found = json(where);
            assertTheDifferencesAreFound(found);

            assertThat(backfill(where, members, "--dry-run"))
                    .as(errors.toString())
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("1 of members were delivered before")
                    .contains("1 of members came without contact")
                    .contains("1 of members never came")
                    .contains("line 5: transaction 4711");
            assertThat(backfill(where, members))
                    .as("ids that the feed may not give")
                    .isEqualTo(2);
            assertThat(errors.toString()).contains("--i-know");
            assertThat(application.count("select count(*) from document where source = 'backfill'"))
                    .isZero();

            assertThat(backfill(where, members, "--i-know"))
                    .as(errors.toString())
                    .isEqualTo(1);
            eventually().until(application::isSettled);
            // 2 surplus, 2 filled in; the simulator imports what it accepted a little later
            int imported = SALES - MISSING.size() - 2 + 2 + 2;
            eventually().until(() -> application.simulator().receipts().size() == imported);
            assertThat(application.simulator().has(feedId(SKIPPED)))
                    .as("under the feed's id")
                    .isTrue();
            assertThat(application.simulator().has("till-json-911222333-014-2-1017"))
                    .isTrue();

            assertThat(backfill(where, members, "--i-know")).isEqualTo(1);
            assertThat(out.toString())
                    .contains("3 of members were delivered before")
                    .doesNotContain("sent ");
            JsonNode again = json(where);
            assertThat(again.at("/tills/0/delivered").asInt()).isEqualTo(SALES - 3);
            assertThat(again.at("/tills/0/skipped").asInt()).isZero();
            assertThat(again.at("/missing")).hasSize(2);
            application.assertThatTheAccountsAddUp();

            database = "jdbc:h2:file:" + folder.resolve("state").resolve("database")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
            assertThat(application
                            .post("/api/backfill?document=cut", "{\"uniqueId\":")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(inDatabase(database, day, routes)).as(errors.toString()).isEqualTo(1);
        assertThat(out.toString())
                .contains("NOT reconciled.")
                .contains("Missing")
                .contains("receipt 1018");
    }

    private void assertTheDifferencesAreFound(JsonNode found) {
        assertThat(found.get("reconciled").asBoolean()).isFalse();
        assertThat(numbers(found.get("missing"))).containsExactly("1017", "1018", "1150");
        assertThat(numbers(found.get("surplus"))).containsExactlyInAnyOrder("009001", "009002");
        assertThat(found.at("/dead/0/fiscal/receiptNumber").asText()).isEqualTo(Integer.toString(1000 + DEAD));
        assertThat(found.get("dead")).hasSize(1);
        assertThat(found.get("differing")).isEmpty();
        assertThat(found.at("/matched/key").asInt()).isEqualTo(SALES - MISSING.size());
        JsonNode till = found.at("/tills/0");
        assertThat(till.get("sales").asInt() + till.get("returns").asInt()).isEqualTo(SALES);
        assertThat(till.get("delivered").asInt()).isEqualTo(SALES - MISSING.size() - 2);
        assertThat(till.get("skipped").asInt()).isEqualTo(1);
        assertThat(till.get("dead").asInt()).isEqualTo(1);
        assertThat(till.get("missing").asInt()).isEqualTo(3);
        assertThat(till.get("surplus").asInt()).isEqualTo(2);
        assertThat(found.at("/zReports/0/agrees").asBoolean()).isTrue();
        assertThat(found.at("/zReports/0/sales").asText())
                .isEqualTo(till.get("sold").asText());
    }

    private int inDatabase(String url, Path day, Path routes) {
        System.setProperty("spring.datasource.url", url);
        try {
            return run("reconcile", day.toString(), "--source=till-json", "--layout=saft/own", "--routes=" + routes);
        } finally {
            System.clearProperty("spring.datasource.url");
        }
    }

    private static List<String> numbers(JsonNode list) {
        return Stream.iterate(0, at -> at + 1)
                .limit(list.size())
                .map(at -> list.get(at).get("receiptNumber").asText())
                .toList();
    }

    private JsonNode json(String... where) throws IOException {
        String[] arguments = Stream.concat(Stream.of("reconcile", "--json"), Stream.of(where))
                .toArray(String[]::new);
        assertThat(run(arguments)).as(errors.toString()).isEqualTo(1);
        return RunningApplication.JSON.readTree(out.toString());
    }

    private int backfill(String[] where, Path members, String... more) {
        return run(Stream.of(Stream.of("backfill", "--members=" + members), Stream.of(where), Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return new Commands()
                .printingTo(new PrintWriter(out, true), new PrintWriter(errors, true))
                .run(arguments);
    }

    /** The shipped routes, with a layout of this chain's stores and registers. */
    private Path routes() throws IOException {
        Path routes = folder.resolve("routes");
        Path shipped = Path.of("routes");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = routes.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(routes.resolve("layouts/saft/own.yaml"), """
                extends: "no"
                stores: { "Skogly, Storgata": "014" }
                registers: { K-7781-2: "2" }
                """);
        return routes;
    }

    private static String amount(int sale) {
        return (10 + sale) + ".50";
    }

    private static byte[] fiscalDay() {
        AuditFile file = AuditFile.norwegian().header("SEK", "2026-11-03", "2026-11-03");
        long sum = 0;
        for (int sale = 1; sale <= SALES; sale++) {
            String time = LocalTime.of(8, 0).plusMinutes(3L * sale) + ":00";
            file.with(AuditFile.sale(Integer.toString(1000 + sale), amount(sale), time));
            sum += 1000L + 100L * sale + 50;
        }
        return file.zReport("2026-11-03", "23:30:00", sum / 100 + "." + String.format("%02d", sum % 100))
                .bytes();
    }

    private static String feedId(int sale) {
        return "webtill-" + sale;
    }

    private static void feed(RunningApplication application) {
        StringBuilder lines = new StringBuilder();
        for (int sale = 1; sale <= SALES; sale++) {
            if (!MISSING.contains(sale)) {
                lines.append(receipt(sale, "00" + (1000 + sale))).append('\n');
            }
        }
        lines.append(receipt(9001, "009001")).append('\n');
        lines.append(receipt(9002, "009002")).append('\n');
        eventually().until(() -> Files.isDirectory(application.sftp("till-json")));
        application.drop("till-json", "day.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() -> application.count("select count(*) from document where state <> 'reading'") == 1
                        && application.isSettled());
    }

    private static String receipt(int sale, String number) {
        return Receipts.sale(feedId(sale), receipt -> {
            receipt.put("receiptNumber", number)
                    .put("registerId", "2")
                    .put("businessDate", "2026-11-03")
                    .put("occurredAt", "2026-11-03T12:00:00+01:00")
                    .put("total", amount(sale));
            Receipts.line(receipt).put("gross", amount(sale)).remove("taxAmount");
            receipt.putArray("tenders")
                    .addObject()
                    .put("type", "card")
                    .put("amount", sale == DEAD ? "1.00" : amount(sale));
            if (sale == SKIPPED) {
                ((ArrayNode) receipt.get("contactKeys")).removeAll();
            }
        });
    }
}
