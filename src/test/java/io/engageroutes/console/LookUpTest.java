package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.DeadLetterSearch;
import io.engageroutes.delivery.End;
import io.engageroutes.delivery.SampleMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class LookUpTest {

    private final Console console = new Console();

    @BeforeEach
    void aDocumentWithThreeMessages() {
        console.database.jdbc().update("""
                insert into document (id, source, name, fingerprint, state, seen, receipts, non_sales, rejected, reasons,
                    started_at, finished_at)
                values (?, 'till', 'till-1.xml', 'f', 'done', 5, 3, 1, 1, 'cancelled=1', 0, 1000)""", SampleMessage.DOCUMENT);
        console.database.jdbc().update("""
                insert into document (id, source, name, fingerprint, state, started_at)
                values ('d-2', 'till', 'till-2.xml', 'g', 'reading', 5000)""");
        console.end(
                SampleMessage.message().id("m-1").uniqueId("A").ended(new End.Delivered()),
                SampleMessage.message()
                        .id("m-2")
                        .uniqueId("B")
                        .receiptNumber("7")
                        .ended(new End.Duplicate()),
                SampleMessage.message().id("m-3").rejected().dead("cut-off"));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private List<String> messages(String query) throws Exception {
        return console.get("/api/messages?" + query).body().path("items").findValuesAsText("messageId");
    }

    @Test
    void aMessageIsFoundByEachOfItsNames() throws Exception {
        assertThat(messages("receiptNumber=7")).containsExactly("m-2");
        assertThat(messages("uniqueId=A")).containsExactly("m-1");
        assertThat(messages("messageId=m-3")).containsExactly("m-3");
        assertThat(messages("document=till-1.xml")).containsExactly("m-1", "m-2", "m-3");
        assertThat(messages("document=till-1.xml&uniqueId=B")).containsExactly("m-2");
    }

    @Test
    void aContactIsFoundAndNeverShown() throws Exception {
        var answer = console.get("/api/messages?contact=EMAIL:Anna@example.com");

        assertThat(answer.body().path("total").asInt()).isEqualTo(2);
        assertThat(answer.text()).doesNotContainIgnoringCase("anna").doesNotContain("contact");
    }

    @Test
    void thePlusOfATelephoneNumberMayArriveAsASpace() throws Exception {
        console.database
                .jdbc()
                .update(
                        "update message_ledger set contact_hash = ? where message_id = 'm-1'",
                        ContentHash.ofContact("mobilePhone", "+46701234567"));

        assertThat(console.get("/api/messages?contact={key}", "mobilePhone: 46701234567")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "receiptNumber=", "limit=10", "contact=anna@example.com", "contact=shoe:42", "contact=email:"
            })
    void withoutAUsableNameNothingIsSearched(String query) throws Exception {
        var answer = console.get("/api/messages?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("anna").doesNotContain("42");
    }

    @Test
    void whichNamesThereAreIsSaid() throws Exception {
        assertThat(console.get("/api/messages").body().path("message").asText())
                .contains("receiptNumber", "uniqueId", "document", "messageId", "contact");
    }

    @Test
    void documentsAreListed() throws Exception {
        assertThat(console.get("/api/documents?source=till")
                        .body()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly("d-2", SampleMessage.DOCUMENT);
        assertThat(console.get("/api/documents?name=till-2.xml&state=reading")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(console.get("/api/documents?state=finished").status()).isEqualTo(400);
    }

    @Test
    void aDocumentSaysWhetherItsAccountsAddUp() throws Exception {
        var document =
                console.get("/api/documents/{id}", SampleMessage.DOCUMENT).body();

        assertThat(document.path("ends").toString())
                .isEqualTo("{\"delivered\":1,\"skipped\":0,\"duplicate\":1,\"dead\":1}");
        assertThat(document.path("open").asInt()).isEqualTo(1);
        assertThat(document.path("addsUp").asBoolean()).isTrue();
        assertThat(document.at("/reasons/cancelled").asInt()).isEqualTo(1);
        assertThat(document.path("finishedAt").asText()).isEqualTo("1970-01-01T00:00:01Z");
    }

    @Test
    void aDocumentThatIsBeingReadHasNoAccountsYet() throws Exception {
        var document = console.get("/api/documents/d-2").body();

        assertThat(document.path("open").isNull()).isTrue();
        assertThat(document.path("addsUp").isNull()).isTrue();
        assertThat(console.get("/api/documents/d-9").code()).isEqualTo("404 unknown-document");
    }

    @Test
    void accountsAreGivenForEachSourceAndForAll() throws Exception {
        console.end(SampleMessage.message()
                .source("unknown")
                .document("x")
                .id("x-1")
                .dead("unreadable-parcel"));

        var accounts = console.get("/api/accounts").body();

        assertThat(accounts.path("sources").findValuesAsText("source")).containsExactly("till", "unknown");
        assertThat(accounts.at("/sources/0/reading").asInt()).isEqualTo(1);
        assertThat(accounts.at("/sources/1/withoutDocument").asInt()).isEqualTo(1);
        assertThat(accounts.at("/total/seen").asInt()).isEqualTo(5);
        assertThat(accounts.at("/total/open").asInt()).isEqualTo(1);
        assertThat(accounts.at("/total/addsUp").asBoolean()).isTrue();
        assertThat(accounts.path("wrong")).isEmpty();
    }

    @Test
    void accountsThatDoNotAddUpAreNamed() throws Exception {
        console.database.jdbc().update("update document set seen = 9 where id = ?", SampleMessage.DOCUMENT);

        var accounts = console.get("/api/accounts").body();

        assertThat(accounts.at("/total/addsUp").asBoolean()).isFalse();
        assertThat(accounts.at("/sources/0/addsUp").asBoolean()).isFalse();
        assertThat(accounts.at("/wrong/0").asText()).isEqualTo(SampleMessage.DOCUMENT);
    }

    @Test
    void theSchemasAreServedAsSchemas() throws Exception {
        for (String name : new String[] {"receipt", "order", "contact"}) {
            var answer = console.get("/schema/" + name + ".json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("application/schema+json");
            assertThat(answer.body().path("$id").asText()).isEqualTo("/schema/" + name + ".json");
        }
        assertThat(console.get("/schema/till.json").code()).isEqualTo("404 not-found");
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        assertThat(console.call(MockMvcRequestBuilders.delete("/api/dead-letters/m-3"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidSo() throws Exception {
        console.database.jdbc().execute("alter table dead_letter rename to moved");

        assertThat(console.get("/api/dead-letters").code()).isEqualTo("503 storage-away");
    }

    @Test
    void openLettersAreCountedOnlyNowAndThen() {
        OpenLetters open = new OpenLetters(new DeadLetterSearch(console.database.jdbc()), console.clock);
        assertThat(open.count()).isEqualTo(1);

        console.end(SampleMessage.message().id("m-8").dead("conflict"));
        assertThat(open.count()).isEqualTo(1);

        console.clock.advance(Duration.ofSeconds(15));
        assertThat(open.count()).isEqualTo(2);

        console.database.jdbc().execute("alter table dead_letter rename to moved");
        console.clock.advance(Duration.ofSeconds(15));
        assertThat(open.count()).isNaN();
    }
}
