package io.engageroutes.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContactJsonTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadBackEqual(@ForAll("contacts") Contact contact) throws IOException {
        byte[] bytes = ContactJson.bytes(contact);
        assertThat(ContactJson.read(bytes)).isEqualTo(contact);
        assertThat(ContactJson.bytes(ContactJson.read(bytes))).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<Contact> contacts() {
        return ContactArbitraries.contacts();
    }

    @Test
    void theFormIsThis() {
        Contact contact = new Contact(
                List.of(new ContactKey(ContactKeyType.email, "a@example.org")),
                OffsetDateTime.parse("2026-11-25T10:00:00+01:00"),
                "900",
                "Member",
                Map.of("lastName", "Ek", "firstName", "Alma", "vip", true),
                Map.of("acceptsEmail", true),
                List.of(new Consent("memberTerms", true, null, "shop", null)));
        assertThat(new String(ContactJson.bytes(contact), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"contactKeys\":[{\"type\":\"email\",\"value\":\"a@example.org\"}],\"changedAt\":\"2026-11-25T10:00+01:00\","
                                + "\"storeId\":\"900\",\"contactType\":\"Member\","
                                + "\"attributes\":{\"firstName\":\"Alma\",\"lastName\":\"Ek\",\"vip\":true},"
                                + "\"preferences\":{\"acceptsEmail\":true},"
                                + "\"consents\":[{\"id\":\"memberTerms\",\"value\":true,\"source\":\"shop\"}]}");
    }

    @Test
    void whatNobodyWroteIsNotRead() {
        assertThatThrownBy(() -> ContactJson.read("{\"changedAt\":\"yesterday\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
