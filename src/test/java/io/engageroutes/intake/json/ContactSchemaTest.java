package io.engageroutes.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.engageroutes.contact.Consent;
import io.engageroutes.contact.Contact;
import io.engageroutes.contact.ContactJson;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of contacts and the reader accept the same documents. */
class ContactSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = Schemas.read("contact.json");
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    private static final String WHOLE =
            SCHEMA.get("examples").get(0).toString().replace("\"storeId\"", "\"x-own\":1,\"storeId\"");

    private static Transaction read(String json) throws IOException {
        try (var transactions = new CanonicalJsonFormat()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        new Source("erp-contacts", new StoreRegister(List.of()), null))) {
            return transactions.next();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"contact\": %s}", "[%s]"})
    void theExampleIsReadBareAndCarried(String around) throws IOException {
        assertThat(VALIDATOR.validate(JSON.readTree(WHOLE))).isEmpty();
        Transaction read = read(around.formatted(WHOLE));
        assertThat(read).isInstanceOf(Transaction.Registered.class);
        Contact contact = ((Transaction.Registered) read).contact();
        assertThat(VALIDATOR.validate(JSON.readTree(ContactJson.bytes(contact))))
                .isEmpty();
        assertThat(contact.attributes()).containsEntry("city", "Lund");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time without offset   | `05+01:00\",\"x-own`           | `05\",\"x-own`",
                "misspelt field        | `\"contactType\"`              | `\"contacttype\"`",
                "store as number       | `\"014\"`                      | `14`",
                "list as attribute     | `\"city\":\"Lund\"`            | `\"city\":[\"Lund\"]`",
                "preference as text    | `\"acceptsEmail\":true`        | `\"acceptsEmail\":\"true\"`",
                "consent without value | `\"value\":true,`              | ``",
                "consent as text       | `\"value\":true`               | `\"value\":\"yes\"`",
                "no such kind of key   | `\"memberNumber\"`             | `\"shoeSize\"`",
                "misspelt in a consent | `\"source\"`                   | `\"sauce\"`"
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String what, String right, String wrong) throws IOException {
        assertThat(WHOLE).contains(right);
        String document = WHOLE.replace(right, wrong == null ? "" : wrong);
        assertThat(VALIDATOR.validate(JSON.readTree(document))).isNotEmpty();
        assertThat(read(document)).isInstanceOf(Transaction.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void whatIsEmptyIsAsIfItWereLeftOut(String empty) throws IOException {
        String document = WHOLE.replace("\"city\":\"Lund\"", "\"city\":" + empty);
        assertThat(VALIDATOR.validate(JSON.readTree(document))).isEmpty();
        Transaction read = read(document);
        assertThat(((Transaction.Registered) read).contact().attributes()).doesNotContainKey("city");
    }

    @Test
    void everyFieldIsDescribed() {
        assertThat(Schemas.fields(SCHEMA.get("properties")))
                .containsExactlyElementsOf(Schemas.components(Contact.class));
        assertThat(Schemas.fields(SCHEMA.at("/$defs/consent/properties")))
                .containsExactlyElementsOf(Schemas.components(Consent.class));
        assertThat(Schemas.fields(SCHEMA.at("/$defs/contactKey/properties")))
                .containsExactlyElementsOf(Schemas.components(ContactKey.class));
    }
}
