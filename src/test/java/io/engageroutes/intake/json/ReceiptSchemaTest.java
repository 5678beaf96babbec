package io.engageroutes.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.engageroutes.receipt.Tender;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema and the reader accept the same documents. */
class ReceiptSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = Schemas.read("receipt.json");
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    private static final String WHOLE = """
            {"uniqueId":"u","receiptNumber":"1","storeId":"014","occurredAt":"2026-03-01T14:22:05+01:00","currency":"SEK",
             "businessDate":"2026-03-01","contactKeys":[{"type":"email","value":"a@b.se"}],
             "lines":[{"number":1,"type":"SALE","kind":"GOODS","sku":"A","quantity":"1","gross":"10.00","taxPercent":"25",
                       "discounts":[{"type":"D","amount":"1.00"}],"awardsBonus":true}],
             "basketDiscounts":[{"type":"D","amount":"1.00","lines":[1]}],"tenders":[{"type":"card","amount":"9.00","voucher":false}],
             "total":"9.00","vouchersUsed":["V"],"promotionsUsed":[{"promotionId":"P"}]}
            """;

    @Property(tries = 300)
    void everyValidReceiptPassesBoth(@ForAll("receipts") Receipt receipt) throws IOException {
        byte[] json = ReceiptJson.bytes(receipt);

        assertThat(VALIDATOR.validate(JSON.readTree(json))).isEmpty();
        assertThat(Documents.read(json).only()).isEqualTo(receipt);
    }

    @Provide
    Arbitrary<Receipt> receipts() {
        return ValidReceipts.any();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no unique id                | `\"uniqueId\":\"u\",`              | ``",
                "unique id of null           | `\"uniqueId\":\"u\"`               | `\"uniqueId\":null`",
                "blank unique id             | `\"uniqueId\":\"u\"`               | `\"uniqueId\":\" \"`",
                "no receipt number           | `\"receiptNumber\":\"1\",`         | ``",
                "receipt number as number    | `\"receiptNumber\":\"1\"`          | `\"receiptNumber\":1`",
                "store as number             | `\"storeId\":\"014\"`              | `\"storeId\":14`",
                "misspelt field              | `\"currency\"`                     | `\"curency\"`",
                "misspelt field of a line    | `\"gross\"`                        | `\"grosss\"`",
                "field of another part       | `\"promotionId\":\"P\"`            | `\"promotionId\":\"P\",\"sku\":\"A\"`",
                "decimal comma               | `\"gross\":\"10.00\"`              | `\"gross\":\"10,00\"`",
                "exponent                    | `\"gross\":\"10.00\"`              | `\"gross\":\"1e1\"`",
                "negative quantity           | `\"quantity\":\"1\"`               | `\"quantity\":\"-1\"`",
                "negative number             | `\"gross\":\"10.00\"`              | `\"gross\":-10.00`",
                "negative discount           | `\"amount\":\"1.00\",\"lines\"`    | `\"amount\":\"-1.00\",\"lines\"`",
                "amount as list              | `\"total\":\"9.00\"`               | `\"total\":[9]`",
                "amount as truth             | `\"total\":\"9.00\"`               | `\"total\":true`",
                "too many digits             | `\"total\":\"9.00\"`               | `\"total\":\"1234567890123456789\"`",
                "unknown line type           | `\"SALE\"`                         | `\"PURCHASE\"`",
                "line type in small letters  | `\"SALE\"`                         | `\"sale\"`",
                "unknown line kind           | `\"GOODS\"`                        | `\"PANT\"`",
                "unknown contact key type    | `\"email\"`                        | `\"Email\"`",
                "contact key without value   | `,\"value\":\"a@b.se\"`            | ``",
                "contact key without type    | `\"type\":\"email\",`              | ``",
                "contact key as number       | `\"value\":\"a@b.se\"`             | `\"value\":46701234567`",
                "flag as text                | `\"awardsBonus\":true`             | `\"awardsBonus\":\"true\"`",
                "line number as text         | `\"number\":1`                     | `\"number\":\"1\"`",
                "broken line number          | `\"number\":1`                     | `\"number\":1.5`",
                "lines as object             | `\"vouchersUsed\":[\"V\"]`         | `\"vouchersUsed\":{}`",
                "null in a list              | `\"vouchersUsed\":[\"V\"]`         | `\"vouchersUsed\":[null]`",
                "null among lines            | `\"promotionsUsed\":[`             | `\"promotionsUsed\":[null,`",
                "promotion without id        | `{\"promotionId\":\"P\"}`          | `{}`",
                "time without day            | `2026-03-01T14:22:05+01:00`        | `14:22:05+01:00`",
                "day the other way round     | `\"2026-03-01\"`                   | `\"01.03.2026\"`",
                "time with space             | `2026-03-01T14`                    | `2026-03-01 14`",
                "later version               | `\"currency\"`                     | `\"schemaVersion\":\"2\",\"currency\"`",
                "version as number           | `\"currency\"`                     | `\"schemaVersion\":1,\"currency\"`",
                "other event                 | `\"currency\"`                     | `\"eventType\":\"receipt.voided\",\"currency\"`",
            })
    void everyMutationFailsBoth(String name, String part, String mutated) throws IOException {
        assertThat(WHOLE).contains(part);
        String document = WHOLE.replace(part, mutated == null ? "" : mutated);

        assertThat(VALIDATOR.validate(JSON.readTree(document))).as("schema").isNotEmpty();
        assertThat(Documents.read(document).transactions())
                .as("reader")
                .hasSize(1)
                .noneMatch(Transaction.Sold.class::isInstance);
    }

    @Test
    void theUnchangedReceiptPassesBoth() throws IOException {
        assertThat(VALIDATOR.validate(JSON.readTree(WHOLE))).isEmpty();
        assertThat(Documents.read(WHOLE).only()).isNotNull();
    }

    @Test
    void nullsAndOwnFieldsPassBoth() throws IOException {
        String document = WHOLE.replace(
                        "\"total\":\"9.00\"", "\"total\":null,\"x-own\":{\"a\":[1]},\"lines\":null,\"eventType\":null")
                .replaceFirst("\"lines\":\\[\\{\"number\"(?s).*?true}],", "");

        assertThat(VALIDATOR.validate(JSON.readTree(document))).isEmpty();
        assertThat(Documents.read(document).only().total()).isNull();
    }

    @Test
    void examplesOfTheSchemaPassBoth() throws IOException {
        for (JsonNode example : SCHEMA.get("examples")) {
            assertThat(VALIDATOR.validate(example)).isEmpty();
            assertThat(Documents.read(example.toString()).only()).isNotNull();
        }
        byte[] sample = ReceiptSchemaTest.class
                .getResourceAsStream("/json/one-receipt.json")
                .readAllBytes();
        assertThat(VALIDATOR.validate(JSON.readTree(sample))).isEmpty();
    }

    @Test
    void schemaHasEveryFieldOfTheRecordsAndSaysWhatItMeans() {
        Map<Class<? extends Record>, String> parts = Map.of(
                ContactKey.class, "contactKey",
                Line.class, "line",
                LineDiscount.class, "lineDiscount",
                BasketDiscount.class, "basketDiscount",
                Tender.class, "tender",
                PromotionUse.class, "promotionUse");
        parts.forEach((type, name) -> assertThat(Schemas.fields(SCHEMA.at("/$defs/" + name + "/properties")))
                .as(name)
                .containsExactlyElementsOf(Schemas.components(type)));
        assertThat(Schemas.fields(SCHEMA.get("properties")))
                .containsAll(Schemas.components(Receipt.class))
                .hasSize(Schemas.components(Receipt.class).size() + 3);
        SCHEMA.findValues("properties")
                .forEach(properties -> properties.forEach(
                        field -> assertThat(field.path("description").asText())
                                .as(field.toString())
                                .isNotBlank()));
        assertThat(SCHEMA.get("$id").asText()).isEqualTo("/schema/receipt.json");
    }
}
