package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not known yet is waited for: a contact (engage.unknown-contact=verify) and an exchange rate. */
class ContactsIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                ContactsIT.class,
                "engage.unknown-contact=verify",
                "engage.gaps=500ms",
                "engage.attempts=6",
                "currency.hold-for=300ms",
                "currency.folder-every=300");
        simulator = application.simulator();
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

    static String saleTo(String uniqueId, String type, String value) {
        return Receipts.sale(uniqueId, receipt -> contact(receipt, type, value));
    }

    private static void contact(ObjectNode receipt, String type, String value) {
        ((ObjectNode) receipt.at("/contactKeys/0")).put("type", type).put("value", value);
    }

    private static double retried(String reason) throws IOException, InterruptedException {
        return application
                .get("/actuator/metrics/engage.routes.messages?tag=end:later&tag=reason:" + reason)
                .at("/measurements/0/value")
                .asDouble();
    }

    @Test
    void aContactThatEngageKnowsIsLookedUpOnce() {
        int before = simulator.stats().get("requests").asInt();
        for (int at = 0; at < 3; at++) {
            String id = "known-" + at;
            application.erp().sendText(saleTo(id, "memberNumber", "5210000025"));
            eventually().until(() -> simulator.has(id));
        }
        assertThat(simulator.stats().get("requests").asInt()).isEqualTo(before + 4);
    }

    @Test
    void aReceiptWaitsForItsContactToBeRegistered() throws Exception {
        application.erp().sendText(saleTo("waits", "externalId", "WEB-90001"));
        eventually().until(() -> retried("contact-unknown") > 0);
        assertThat(simulator.has("waits")).isFalse();
        simulator.register("{\"externalId\": \"WEB-90001\", \"firstName\": \"Siv\", \"countryCode\": \"SE\"}");
        eventually().until(() -> simulator.has("waits"));
        assertThat(application.count("select count(*) from dead_letter where business_key = 'waits'"))
                .isZero();
    }

    @Test
    void aContactThatNeverComesIsADeadLetter() {
        application.erp().sendText(saleTo("never", "memberNumber", "5210000999"));
        Map<String, Object> dead = dead("never");
        assertThat(dead.get("reason")).isEqualTo("contact-unknown");
        assertThat((String) dead.get("faults"))
                .contains("register the contact, then replay the receipt", "asked 6 times")
                .doesNotContain("5210000999");
        assertThat(simulator.has("never")).isFalse();
    }

    @Test
    void nobodyGuessesWhichOfTwoContactsIsMeant() {
        application.erp().sendText(saleTo("ambiguous", "email", "alma.ek@example.org"));
        Map<String, Object> dead = dead("ambiguous");
        assertThat(dead.get("reason")).isEqualTo("engage-MultipleMatches");
        assertThat(simulator.has("ambiguous")).isFalse();
    }

    private static Map<String, Object> dead(String uniqueId) {
        eventually()
                .until(() ->
                        application.count("select count(*) from dead_letter where business_key = ?", uniqueId) == 1);
        return application
                .rows("select * from dead_letter where business_key = ?", uniqueId)
                .get(0);
    }

    @Test
    void aReceiptWaitsForTheRateOfItsDay() throws Exception {
        application.erp().sendText(Receipts.sale("rate", receipt -> {
            receipt.put("occurredAt", "2026-01-07T10:00:00+01:00").put("currency", "DKK");
            receipt.put("storeId", "201");
        }));
        eventually().until(() -> retried("no-exchange-rate") > 1);
        assertThat(simulator.has("rate")).isFalse();
        Path part = folder.resolve("rates").resolve(".late.xml");
        Files.writeString(part, """
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube><Cube time="2026-01-06">
                <Cube currency="DKK" rate="5"/><Cube currency="SEK" rate="10.5"/></Cube></Cube></gesmes:Envelope>""");
        Files.move(part, folder.resolve("rates").resolve("late.xml"));
        eventually().until(() -> simulator.has("rate"));
        assertThat(simulator
                        .receipts()
                        .get("rate")
                        .get("exchangeRateToGroupCurrency")
                        .decimalValue())
                .isEqualByComparingTo("2.1");
        eventually().until(application::isSettled);
        Map<String, Object> end = application
                .rows("select * from message_ledger where business_key = 'rate'")
                .get(0);
        assertThat(end.get("rate_date")).isEqualTo("2026-01-06");
        assertThat(end.get("attempts")).isEqualTo(0);
    }
}
