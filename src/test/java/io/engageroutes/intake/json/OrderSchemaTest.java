package io.engageroutes.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Action;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderJson;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of orders and the reader accept the same documents. */
class OrderSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = Schemas.read("order.json");
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    private static final String PURCHASE = SCHEMA.get("examples").get(0).toString();
    private static final String SHIPMENT =
            SCHEMA.get("examples").get(1).toString().replace("\"status\"", "\"x-own\":1,\"status\"");

    private static Transaction read(String json) throws IOException {
        try (var transactions = new CanonicalJsonFormat()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        new Source("erp-orders", new StoreRegister(List.of()), null))) {
            return transactions.next();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"order\": %s}", "[%s]"})
    void theExamplesAreReadBareAndCarried(String around) throws IOException {
        for (String example : List.of(PURCHASE, SHIPMENT)) {
            assertThat(VALIDATOR.validate(JSON.readTree(example))).isEmpty();
            Transaction read = read(around.formatted(example));
            assertThat(read).isInstanceOf(Transaction.Ordered.class);
            Order order = ((Transaction.Ordered) read).order();
            assertThat(VALIDATOR.validate(JSON.readTree(OrderJson.bytes(order))))
                    .isEmpty();
            assertThat(order.orderId()).isEqualTo("web-50211");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no id                    | `\"orderId\":\"web-50211\",` | ``",
                "id as number             | `\"web-50211\"`              | `50211`",
                "misspelt field           | `\"status\"`                 | `\"state\"`",
                "time as number           | `\"2026-11-26T08:00:00+01:00\"` | `1764140400`",
                "misspelt in the delivery | `\"trackingNumber\"`         | `\"tracking\"`",
                "no day                   | `\"2026-11-27\"`             | `\"tomorrow\"`",
                "action without a name    | `\"name\":\"shipped\",`      | ``",
                "action without an id     | `\"id\":\"shipment-1\",`     | ``",
                "number as data           | `\"carrier\":\"PostNord\"`   | `\"carrier\":1`",
                "action as text           | `{\"name\":\"shipped\",\"id\":\"shipment-1\",\"data\":{\"carrier\":\"PostNord\"}}` | `\"shipped\"`"
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String what, String right, String wrong) throws IOException {
        assertThat(SHIPMENT).contains(right);
        String document = SHIPMENT.replace(right, wrong == null ? "" : wrong);
        assertThat(VALIDATOR.validate(JSON.readTree(document))).isNotEmpty();
        assertThat(read("{\"order\": " + document + "}")).isInstanceOf(Transaction.Rejected.class);
    }

    @Test
    void everyFieldIsThere() {
        assertThat(Schemas.fields(SCHEMA.get("properties"))).containsExactlyElementsOf(Schemas.components(Order.class));
        assertThat(Schemas.fields(SCHEMA.at("/properties/delivery/properties")))
                .containsExactlyElementsOf(Schemas.components(Delivery.class));
        assertThat(Schemas.fields(SCHEMA.at("/properties/action/properties")))
                .containsExactlyElementsOf(Schemas.components(Action.class));
    }
}
