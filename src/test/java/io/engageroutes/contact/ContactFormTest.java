package io.engageroutes.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactFormTest {

    private final ContactForm form = new ContactForm(new AttributeNames(List.of("standard", "shoeSize")));

    private static Contact contact(Map<String, Object> attributes) {
        return new Contact(
                List.of(new ContactKey(ContactKeyType.externalId, "77")),
                OffsetDateTime.parse("2026-03-01T12:00:00+01:00"),
                null,
                null,
                attributes,
                Map.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "mobilePhone, 070-123 45 67, SE, +46701234567",
        "mobilePhone, 0046701234567, SE, +46701234567",
        "mobilePhone, +47 401 23 456, SE, +4740123456",
        "mobilePhone, +46701234567, , +46701234567",
        "language, sv_se, , sv-SE",
        "language, SV, , sv",
        "countryCode, se, , SE",
        "birthDay, 20000229, , 2000-02-29",
        "birthDay, 2000-02-29T00:00:00, , 2000-02-29",
        "email, ' Alma@Example.org ', , Alma@Example.org",
        "shoeSize, ' 38 ', , 38"
    })
    void valuesAreBroughtIntoTheFormOfEngage(String name, String value, String country, String expected) {
        assertThat(form.formed(contact(Map.of(name, value)), country).attributes())
                .containsEntry(name, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "mobilePhone, 070-1234567, , the country's code",
        "mobilePhone, 12, SE, can exist",
        "mobilePhone, nobody, SE, can exist",
        "language, swedish, , culture",
        "language, xx-SE, , culture",
        "countryCode, SWE, , two letters",
        "countryCode, UK, , two letters",
        "birthDay, 1999-02-29, , YYYY-MM-DD",
        "birthDay, 01/02/1999, , YYYY-MM-DD",
        "email, alma, , one @"
    })
    void whatHasNoSuchFormIsAFaultThatDoesNotShowIt(String name, String value, String country, String rule) {
        assertThatThrownBy(() -> form.formed(contact(Map.of(name, value)), country))
                .isInstanceOfSatisfying(RejectedReceipt.class, rejected -> assertThat(rejected.faults())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.code()).isEqualTo("attribute-invalid");
                            assertThat(fault.place()).isEqualTo("attributes." + name);
                            assertThat(fault.rule()).contains(rule);
                            assertThat(fault.toString()).doesNotContain(value);
                        }));
    }

    @Test
    void theContactsOwnCountryComesBeforeThatOfItsStore() {
        Contact formed = form.formed(contact(Map.of("mobilePhone", "401 23 456", "countryCode", "no")), "SE");
        assertThat(formed.attributes()).containsEntry("mobilePhone", "+4740123456");
    }

    @ParameterizedTest
    @CsvSource({
        "first_name, firstName",
        "fristName, firstName",
        "e-mail, email",
        "zipcode, zipCode",
        "birthday, birthDay"
    })
    void aNameThatEngageWouldIgnoreIsAFaultWithTheNearest(String name, String nearest) {
        assertThatThrownBy(() -> form.formed(contact(Map.of(name, "x")), null))
                .isInstanceOfSatisfying(RejectedReceipt.class, rejected -> assertThat(rejected.faults())
                        .extracting(Fault::code, fault -> fault.rule().contains("did you mean `" + nearest + "`?"))
                        .containsExactly(org.assertj.core.api.Assertions.tuple("attribute-unknown", true)));
    }
}
