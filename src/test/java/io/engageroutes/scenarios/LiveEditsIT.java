package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.editing.EditState;
import io.engageroutes.editing.LiveRoutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changes in {@code routes/} is what runs, while it runs. */
class LiveEditsIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;
    private static RouteFolder routes;
    private static CamelContext camel;
    private static LiveRoutes live;

    @BeforeAll
    static void start() throws Exception {
        routes = new RouteFolder(folder.resolve("edited"));
        application = RunningApplication.start(
                folder.resolve("state"),
                LiveEditsIT.class,
                "intake.routes=" + routes.path(),
                "sftp.complete=none",
                "sftp.every=200",
                "engage.requests-per-second=0");
        simulator = application.simulator();
        camel = application.bean(CamelContext.class);
        live = application.bean(LiveRoutes.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void asShipped() {
        awaitTaken(live.state().version());
    }

    @AfterEach
    void everySourceHasOnePoller() {
        assertThat(Pollers.of(camel)).isEqualTo(Pollers.wanted(routes));
    }

    private static void awaitTaken(String before) {
        eventually().until(() -> live.state().stage() == EditState.Stage.CURRENT);
    }

    /** Waits for the edit to be what runs. */
    private static void taken(Runnable edit) {
        String before = live.state().version();
        edit.run();
        eventually()
                .atMost(Duration.ofSeconds(20))
                .until(() -> live.state().stage() == EditState.Stage.CURRENT
                        && !live.state().version().equals(before));
    }

    private static void drop(String source, String id) {
        application.drop(source, id + ".jsonl", Receipts.lines(id, 1).getBytes(StandardCharsets.UTF_8));
    }

    private static void arrives(String id) {
        eventually().until(() -> simulator.has(id + "0"));
    }

    @Test
    void anEditedParameterCounts() throws IOException {
        Files.createDirectories(application.sftp("elsewhere"));
        taken(() -> routes.edit(
                "sources/till-json.camel.yaml",
                text -> text.replace(
                        "        source: till-json\n      steps",
                        "        source: till-json\n        folder: elsewhere\n      steps")));

        drop("elsewhere", "parameter");
        arrives("parameter");
        taken(() ->
                routes.edit("sources/till-json.camel.yaml", text -> text.replace("        folder: elsewhere\n", "")));
        drop("till-json", "back");
        arrives("back");
    }

    @Test
    void onlyWhatChangedIsReplaced() {
        Route erp = camel.getRoute("erp-receipt-messages");
        Route flow = camel.getRoute("receipts-to-engage");
        Route post = camel.getRoute("post-receipt");

        taken(() -> routes.edit(
                "flows/receipts.camel.yaml", text -> text.replace("POST the receipt; what", "Post the receipt; what")));

        assertThat(live.state().changed()).containsExactly("post-receipt");
        assertThat(camel.getRoute("erp-receipt-messages")).isSameAs(erp);
        assertThat(camel.getRoute("receipts-to-engage")).isSameAs(flow);
        assertThat(camel.getRoute("post-receipt")).isNotSameAs(post);
        drop("till-json", "replaced");
        arrives("replaced");
    }

    @Test
    void aNewSourceIsPolledAndADeletedOneIsNot() throws IOException {
        Files.createDirectories(application.sftp("till-new"));
        taken(() -> routes.write(
                "sources/till-new.camel.yaml",
                routes.read("sources/till-json.camel.yaml").replace("till-json", "till-new")));
        drop("till-new", "new");
        arrives("new");

        taken(() -> routes.delete("sources/till-new.camel.yaml"));
        assertThat(camel.getRoute("till-new-files")).isNull();
    }

    @Test
    void anEditedKameletReplacesAllThatUseIt() {
        taken(() -> routes.edit(
                "kamelets/sftp-documents.kamelet.yaml",
                text -> text.replace("initialDelay: 500", "initialDelay: 400")));
        assertThat(live.state().changed())
                .containsExactlyInAnyOrder(
                        "till-csv-files", "till-extenda-files", "till-json-files", "till-wincor-files");
        drop("till-json", "kamelet");
        arrives("kamelet");

        taken(() -> routes.edit(
                "kamelets/queue-messages.kamelet.yaml", text -> text.replace("Parcels are queued", "Parcels go")));
        application.erp().sendText(Receipts.sale("action0"));
        arrives("action");
        drop("till-json", "files-too");
        arrives("files-too");
    }

    @Test
    void anEditedPolicyCountsForTheRoutesThatNameIt() {
        int before = ((org.apache.camel.model.ModelCamelContext) camel)
                .getRouteConfigurationDefinitions()
                .size();
        taken(() -> routes.edit(
                "policies.camel.yaml",
                text -> text.replace("maximumRedeliveryDelay: \"15000\"", "maximumRedeliveryDelay: \"14000\"")));
        assertThat(live.state().changed())
                .contains("erp-receipt-messages", "receipts-to-engage", "requeue-messages")
                .doesNotContain("till-csv-files", "shop-receipt-callbacks", "prepare-receipt");
        assertThat(((org.apache.camel.model.ModelCamelContext) camel).getRouteConfigurationDefinitions())
                .hasSize(before);
        application.erp().sendText(Receipts.sale("policy0"));
        arrives("policy");
    }

    @Test
    void aWrongEditIsNamedAndTheLastGoodVersionGoesOn() throws Exception {
        Route before = camel.getRoute("till-json-files");
        String right = routes.read("sources/till-json.camel.yaml");
        routes.write("sources/till-json.camel.yaml", right.replace("steps:", "stepz:"));
        eventually().until(() -> live.state().stage() == EditState.Stage.REFUSED);

        JsonNode health = application.get("/actuator/health");
        assertThat(health.get("status").asText()).isEqualTo("UP");
        assertThat(health.at("/components/routes/status").asText()).isEqualTo("REFUSED");
        JsonNode state = application.get("/api/routes");
        assertThat(state.at("/findings/0/file").asText()).isEqualTo("sources/till-json.camel.yaml");
        assertThat(state.at("/findings/0/line").asInt()).isEqualTo(10);
        assertThat(application.log()).containsOnlyOnce("sources/till-json.camel.yaml:10:");
        assertThat(camel.getRoute("till-json-files")).isSameAs(before);
        drop("till-json", "wrong");
        arrives("wrong");

        routes.write("sources/till-json.camel.yaml", right);
        eventually().until(() -> live.state().stage() == EditState.Stage.CURRENT);
        assertThat(camel.getRoute("till-json-files")).isSameAs(before);
    }

    @Test
    void anEditThatCamelRefusesIsPutBack() {
        String right = routes.read("sources/shop.camel.yaml");
        // the check cannot know what a component says to an option's value
        routes.write(
                "sources/shop.camel.yaml",
                right.replace("httpMethodRestrict: POST", "httpMethodRestrict: \"#nosuchbean\""));
        eventually().until(() -> live.state().stage() == EditState.Stage.REFUSED);
        drop("till-json", "put-back");
        arrives("put-back");
        routes.write("sources/shop.camel.yaml", right);
        eventually().until(() -> live.state().stage() == EditState.Stage.CURRENT);
    }

    @Test
    void storesAreKnownFromTheNextDocument() {
        taken(() -> routes.edit("data/stores.csv", text -> text + "777;Nya butiken;Europe/Stockholm;SE;sv-SE\n"));
        application.erp().sendText(Receipts.sale("store0", receipt -> receipt.put("storeId", "777")));
        arrives("store");
    }

    @Test
    void aRenamedFileReplacesNothing() {
        Route before = camel.getRoute("dead-letter-replay");
        taken(() -> routes.rename("flows/dead-letters.camel.yaml", "flows/replays.camel.yaml"));
        assertThat(camel.getRoute("dead-letter-replay")).isSameAs(before);
        taken(() -> routes.rename("flows/replays.camel.yaml", "flows/dead-letters.camel.yaml"));
    }

    @Test
    void whatTheVisualEditorSavesRunsAsBefore() {
        VisualEditor editor = new VisualEditor();
        var shipped = new java.util.TreeMap<String, String>();
        routes.names().stream()
                .filter(file -> file.endsWith(".camel.yaml"))
                .forEach(file -> shipped.put(file, routes.read(file)));
        taken(() -> shipped.forEach((file, text) -> routes.write(file, editor.save(text))));
        drop("till-json", "visual");
        arrives("visual");
        application.erp().sendText(Receipts.sale("visual-erp0"));
        arrives("visual-erp");
        taken(() -> shipped.forEach(routes::write));
    }
}
