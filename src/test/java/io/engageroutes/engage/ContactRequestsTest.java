package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.Receipts;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactRequestsTest {

    private static final StoreRegister STORES =
            new StoreRegister(List.of(new Store("014", "Göteborg", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private static ContactRequests requests(String contactType, String version) {
        return new ContactRequests(contactType, "POS & web", version, () -> STORES);
    }

    @ParameterizedTest
    @CsvSource({
        "email, a+b@example.org, email=a%2Bb%40example.org",
        "mobilePhone, +46701234567, mobilePhone=%2B46701234567",
        "socialSecurityNumber, 191212121212, socialSecurityNumber=191212121212",
        "memberNumber, 00&7=1, customKey=00%267%3D1",
        "externalId, å?#/%, customKey=%C3%A5%3F%23%2F%25"
    })
    void keysAreEncodedWhole(ContactKeyType type, String key, String query) {
        assertThat(requests("", "v3").query(Receipts.of(type, key, "A"))).isEqualTo(query);
        assertThat(requests("MemberÖ", "v3").query(Receipts.of(type, key, "A")))
                .isEqualTo(query + "&contactType=Member%C3%96");
    }

    @Test
    void v3TakesSourceAndStoreInTheQuery() {
        requests("Member", "v3").creation(exchange, Receipts.sale("A"));
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("CamelHttpQuery");
        assertThat(exchange.getMessage().getHeader("CamelHttpQuery", String.class))
                .startsWith("source=POS")
                .contains("%26")
                .endsWith("&storeExternalId=014&createAsUnapproved=false");
        assertThat(exchange.getMessage().getBody())
                .isEqualTo("{\"contactType\":\"Member\",\"email\":\"" + Receipts.CONTACT
                        + "\",\"countryCode\":\"SE\",\"language\":\"sv-SE\"}");
    }

    @Test
    void v2TakesThemInHeaders() {
        requests("", "v2").creation(exchange, Receipts.sale("A"));
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys("source", "storeExternalId", "createAsUnapproved")
                .containsEntry("source", "POS & web")
                .containsEntry("storeExternalId", "014")
                .containsEntry("createAsUnapproved", "false");
        assertThat(exchange.getMessage().getBody(String.class)).doesNotContain("contactType");
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactKeyType.class,
            names = {"memberNumber", "contactId"})
    void numbersThatEngageGivesOutCannotBeCreated(ContactKeyType type) {
        Receipt receipt = Receipts.of(type, "4711-secret", "A");
        RejectedReceipt rejected = catchThrowableOfType(
                RejectedReceipt.class, () -> requests("", "v3").creation(exchange, receipt));
        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("contact-unknown");
            assertThat(fault.toString()).doesNotContain("4711-secret");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactKeyType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"memberNumber", "contactId"})
    void whatIsNotKnownIsNotSent(ContactKeyType type) {
        ContactRequests nowhere = new ContactRequests("", "POS", "v3", () -> new StoreRegister(List.of()));
        nowhere.creation(exchange, Receipts.of(type, "key", "A"));
        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"" + type.name() + "\":\"key\"}");
    }

    @Test
    void whatWasFoundIsRememberedByItsKeyForAWhile() {
        KnownContacts known = new KnownContacts(Duration.ofMinutes(30));
        assertThat(known.knows(Receipts.sale("A"))).isFalse();
        known.remember(Receipts.sale("A"));
        assertThat(known.knows(Receipts.sale("B"))).as("the same contact").isTrue();
        assertThat(known.knows(Receipts.of(ContactKeyType.externalId, Receipts.CONTACT, "C")))
                .as("the same text as another kind of key")
                .isFalse();
        KnownContacts forgetful = new KnownContacts(Duration.ZERO);
        forgetful.remember(Receipts.sale("A"));
        assertThat(forgetful.knows(Receipts.sale("A"))).isFalse();
    }

    /** No lookup finds a contact by the id that Engage itself gave it: {@code any} tries e-mail, phone and the like. */
    @Test
    void aContactIdIsEngagesOwnAndNeedsNoLookUp() {
        assertThat(new KnownContacts(Duration.ofMinutes(30))
                        .knows(Receipts.of(ContactKeyType.contactId, "9b0c8a3e-5d1f-4c55-9f2b-6a7d1e2f3a4b", "A")))
                .isTrue();
    }
}
