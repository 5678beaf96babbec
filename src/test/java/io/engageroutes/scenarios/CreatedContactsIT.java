package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contact that Engage does not know is created before its receipt (engage.unknown-contact=create). */
class CreatedContactsIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                CreatedContactsIT.class,
                "engage.unknown-contact=create",
                "sftp.complete=none",
                "sftp.every=200");
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

    private static List<JsonNode> contacts(String field, String value) {
        List<JsonNode> found = new ArrayList<>();
        simulator.contacts().forEach(contact -> {
            if (contact.path("attributes").path(field).asText().equals(value)) {
                found.add(contact);
            }
        });
        return found;
    }

    @Test
    void anUnknownAddressIsCreatedOnceHoweverManyReceiptsItHas() {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < 20; at++) {
            lines.append(ContactsIT.saleTo("new-" + at, "email", "new.one@example.org"))
                    .append('\n');
        }
        application.drop("till-json", "new.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() -> simulator.receipts().keySet().stream()
                                .filter(id -> id.startsWith("new-"))
                                .count()
                        == 20);
        assertThat(contacts("email", "new.one@example.org")).singleElement().satisfies(contact -> {
            assertThat(contact.at("/attributes/countryCode").asText()).isEqualTo("SE");
            assertThat(contact.at("/attributes/language").asText()).isEqualTo("sv-SE");
            assertThat(contact.at("/meta/storeExternalId").asText()).isEqualTo("014");
        });
    }

    @Test
    void aMemberNumberCannotBeCreatedForEngageGivesItOut() {
        int before = simulator.contacts().size();
        application.erp().sendText(ContactsIT.saleTo("number", "memberNumber", "5210000999"));
        eventually()
                .until(() -> application.count("select count(*) from dead_letter where business_key = 'number'") == 1);
        Map<String, Object> dead = application
                .rows("select * from dead_letter where business_key = 'number'")
                .get(0);
        assertThat(dead.get("reason")).isEqualTo("contact-unknown");
        assertThat((String) dead.get("faults"))
                .contains("gives out such numbers itself")
                .doesNotContain("5210000999");
        assertThat(simulator.contacts()).hasSize(before);
    }
}
