package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.cli.Tutorial;
import io.engageroutes.editing.EditState;
import io.engageroutes.editing.LiveRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three sources of the tutorial are added to a running application by writing their files and nothing else. */
class AddedWhileRunningIT {

    private static final String STORES = "data/stores.csv";

    @TempDir
    static Path folder;

    private static Tutorial written;
    private static RunningApplication application;
    private static RouteFolder routes;

    @BeforeAll
    static void start() throws Exception {
        written = new Tutorial(Files.createDirectories(folder.resolve("tutorial")));
        written.doAll();
        routes = new RouteFolder(folder.resolve("edited"));
        application = RunningApplication.start(
                folder.resolve("state"),
                AddedWhileRunningIT.class,
                "intake.routes=" + routes.path(),
                "sftp.complete=none",
                "sftp.every=200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aLayoutOfDelimitedFiles() throws Exception {
        workbenchSaysItIsGood("till-lumo", "lumo.csv");
        add("till-lumo", "0417", "layouts/till-lumo.yaml");
        upload("till-lumo", "lumo.csv", 3);
        assertThat(sent("till-lumo"))
                .containsExactly(
                        Map.entry("till-lumo-0417-3-20261112-118", "37.8 2026-11-12T09:14:00+02:00"),
                        Map.entry("till-lumo-0417-3-20261112-119", "-29.9 2026-11-12T10:02:00+02:00"),
                        Map.entry("till-lumo-0417-3-20261112-120", "1074 2026-11-12T10:30:00+02:00"));
        assertAccounts("till-lumo", 4, 3);
    }

    @Test
    void aDialectOfPosLog() throws Exception {
        workbenchSaysItIsGood("till-vakka", "vakka.xml");
        add("till-vakka", "0419", "layouts/poslog/till-vakka.yaml");
        upload("till-vakka", "vakka.xml", 1);
        assertThat(sent("till-vakka"))
                .containsExactly(Map.entry("till-vakka-0419-1-20261112-5001", "50 2026-11-12T16:05:00+02:00"));
        assertAccounts("till-vakka", 2, 1);
    }

    @Test
    void aMappingOfJson() throws Exception {
        workbenchSaysItIsGood("app-sola", "sola.json");
        add("app-sola", "0421", "layouts/sola.jslt.yaml", "layouts/sola.jslt");
        upload("app-sola", "sola.json", 2);
        assertThat(sent("app-sola"))
                .containsExactly(
                        Map.entry("app-sola-0421-7", "17.9 2026-11-12T11:20:31+02:00"),
                        Map.entry("app-sola-0421-9", "-8.95 2026-11-12T12:00:00+02:00"));
        assertAccounts("app-sola", 3, 2);
    }

    private static void workbenchSaysItIsGood(String source, String document) {
        assertThat(written.call("check")).isZero();
        assertThat(written.call("try", document, "--source", source)).isZero();
        assertThat(written.call("test", source)).isZero();
    }

    /** Writes what the tutorial's reader has written: layout, store and source. */
    private static void add(String source, String store, String... layouts) throws IOException {
        LiveRoutes live = application.bean(LiveRoutes.class);
        CamelContext camel = application.bean(CamelContext.class);
        String route = source + "-files";
        assertThat(camel.getRoute(route)).isNull();
        for (String layout : layouts) {
            routes.write(layout, Files.readString(written.routes().resolve(layout)));
        }
        String row = Files.readAllLines(written.routes().resolve(STORES)).stream()
                .filter(line -> line.startsWith(store + ";"))
                .findFirst()
                .orElseThrow();
        routes.edit(STORES, text -> text + row + "\n");
        String file = "sources/" + source + ".camel.yaml";
        routes.write(file, Files.readString(written.routes().resolve(file)));
        long from = System.nanoTime();
        eventually()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> camel.getRoute(route) != null && live.state().stage() == EditState.Stage.CURRENT);
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        System.out.println(source + " is live after " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofSeconds(3));
    }

    /** Engage imports what it has accepted a moment later. */
    private static void upload(String source, String document, int delivered) throws Exception {
        Path home = Files.createDirectories(folder.resolve(source));
        Path file = written.file(document);
        OpenSsh sftp = OpenSsh.ofTheSystem(home, application);
        if (sftp == null) {
            Files.createDirectories(application.sftp(source));
            application.drop(source, document, Files.readAllBytes(file));
        } else {
            String at = source + "/" + document;
            sftp.run("mkdir " + source, "put " + file + " " + at + ".part", "rename " + at + ".part " + at);
        }
        eventually()
                .until(() ->
                        Files.exists(application.sftp(source).resolve("done").resolve(document)));
        eventually().until(application::isSettled);
        eventually().until(() -> sent(source).size() >= delivered);
    }

    /** Totals and times by unique id. */
    private static Map<String, String> sent(String source) {
        Map<String, String> sent = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each :
                application.simulator().receipts().entrySet()) {
            if (each.getKey().startsWith(source)) {
                JsonNode receipt = each.getValue();
                assertThat(receipt.path("exchangeRateToGroupCurrency").decimalValue())
                        .isPositive();
                sent.put(
                        each.getKey(),
                        receipt.get("totalGrossPrice")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " " + receipt.get("createdDate").asText());
            }
        }
        return sent;
    }

    private static void assertAccounts(String source, long seen, long delivered) {
        application.assertThatTheAccountsAddUp();
        assertThat(application.rows("select seen from document where source = ?", source))
                .isEqualTo(List.of(Map.of("seen", seen)));
        assertThat(application.count(
                        "select count(*) from message_ledger where source = ? and ended = 'delivered'", source))
                .isEqualTo(delivered);
    }
}
