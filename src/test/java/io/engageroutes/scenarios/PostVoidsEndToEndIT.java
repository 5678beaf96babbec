package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.layout.RtlogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till writes RTLOG, and takes a finished sale back with a file that comes later. */
class PostVoidsEndToEndIT {

    private static final String GIVEN_BACK = "till-rtlog";
    private static final String HELD = "till-held";

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        RouteFolder routes = new RouteFolder(folder.resolve("edited"));
        routes.write("sources/till-rtlog.camel.yaml", source(GIVEN_BACK, "postVoids: return"));
        routes.write("sources/till-held.camel.yaml", source(HELD, "holdFor: 3000"));
        for (String source : List.of(GIVEN_BACK, HELD)) {
            // folders of the sandbox's server are made for the shipped sources only
            Files.createDirectories(folder.resolve("state").resolve("sftp").resolve(source));
        }
        application = RunningApplication.start(
                folder.resolve("state"),
                PostVoidsEndToEndIT.class,
                "intake.routes=" + routes.path(),
                "sftp.complete=none",
                "sftp.every=200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void theAccountsAddUp() {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
    }

    private static String source(String name, String setting) {
        return """
                - route:
                    id: %1$s-files
                    description: RTLOG of a scenario
                    routeConfigurationId: documents
                    from:
                      uri: kamelet:sftp-documents
                      parameters:
                        source: %1$s
                      steps:
                        - to:
                            uri: kamelet:queue-messages
                            parameters:
                              source: %1$s
                              format: fixed-width
                              layout: rtlog-16.0.2
                              %2$s
                """.formatted(name, setting);
    }

    private static RtlogFile file() throws IOException {
        return RtlogFile.of("rtlog-16.0.2.yaml", "3004");
    }

    private static byte[] sale(String number) throws IOException {
        return file().memberSale(number, Receipts.MEMBER).bytes();
    }

    private static byte[] postVoid(String number, String of) throws IOException {
        return file().postVoid(number, of).bytes();
    }

    private static String key(String source, String number) {
        return source + "-3004-2-20260301-" + number;
    }

    private static List<Map<String, Object>> ends(String key) {
        return application.rows("select ended, reason from message_ledger where business_key = ?", key);
    }

    @Test
    void aDeliveredSaleIsFollowedByItsOppositeReturn() throws Exception {
        String key = key(GIVEN_BACK, "0000000017");
        application.drop(GIVEN_BACK, "sale.dat", sale("0000000017"));
        eventually().until(() -> application.simulator().has(key));
        application.drop(GIVEN_BACK, "void.dat", postVoid("0000000018", "0000000017"));
        eventually().until(() -> application.simulator().has(key + "-void"));

        Map<String, JsonNode> receipts = application.simulator().receipts();
        JsonNode sale = receipts.get(key);
        JsonNode back = receipts.get(key + "-void");
        assertThat(sale.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("10.00");
        assertThat(back.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("-10.00");
        assertThat(sale.at("/items/0/type").asText()).isEqualTo("PURCHASE");
        assertThat(back.at("/items/0/type").asText()).isEqualTo("RETURN");
        for (String same : List.of("sku", "grossPaidPrice", "taxAmount", "taxPercent")) {
            assertThat(back.at("/items/0/" + same)).as(same).isEqualTo(sale.at("/items/0/" + same));
        }
        assertThat(back.at("/items/0/quantity").decimalValue())
                .isEqualByComparingTo(
                        sale.at("/items/0/quantity").decimalValue().negate());
        assertThat(back.at("/paymentMethods/0/value").decimalValue()).isEqualByComparingTo("-10.00");
        assertThat(back.get("contact")).isEqualTo(sale.get("contact"));
    }

    @Test
    void aSaleThatIsHeldAndTakenBackMeanwhileNeverArrives() throws Exception {
        String key = key(HELD, "0000000021");
        application.drop(HELD, "sale.dat", sale("0000000021"));
        application.drop(HELD, "void.dat", postVoid("0000000022", "0000000021"));
        application.drop(HELD, "witness.dat", sale("0000000023"));

        eventually().until(() -> application.simulator().has(key(HELD, "0000000023")));
        eventually().until(() -> !ends(key).isEmpty() && application.isSettled());
        assertThat(application.simulator().has(key)).isFalse();
        assertThat(application.simulator().has(key + "-void")).isFalse();
        assertThat(ends(key))
                .extracting(Object::toString)
                .anySatisfy(end -> assertThat(end).contains("skipped").contains("post-voided"));
        assertThat(application.count("select count(*) from receipt_claim where business_key = ?", key))
                .isZero();
    }
}
