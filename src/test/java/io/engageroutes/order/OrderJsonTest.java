package io.engageroutes.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadBackEqual(@ForAll("orders") Order order) throws IOException {
        byte[] bytes = OrderJson.bytes(order);
        assertThat(OrderJson.read(bytes)).isEqualTo(order);
        assertThat(OrderJson.bytes(OrderJson.read(bytes))).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<Order> orders() {
        return OrderArbitraries.orders();
    }

    @Test
    void theFormIsThis() {
        Order order = new Order(
                "shop-1",
                OffsetDateTime.parse("2026-11-25T10:00:00+01:00"),
                List.of(new ContactKey(ContactKeyType.email, "a@example.org")),
                null,
                null,
                "Picked",
                "paid",
                "ecom",
                List.of("PO-7"),
                "sv-SE",
                new Delivery("Parcel", "T-1", null, LocalDate.parse("2026-11-27")),
                Map.of("B", new Article(null, "https://b"), "A", new Article("https://a/1.png", null)),
                new Action("shipped", "f-1", Map.of("carrier", "Post")));
        assertThat(new String(OrderJson.bytes(order), StandardCharsets.UTF_8))
                .isEqualTo("{\"orderId\":\"shop-1\",\"changedAt\":\"2026-11-25T10:00+01:00\","
                        + "\"contactKeys\":[{\"type\":\"email\",\"value\":\"a@example.org\"}],\"externalStatus\":\"Picked\","
                        + "\"paymentStatus\":\"paid\",\"channel\":\"ecom\",\"references\":[\"PO-7\"],\"language\":\"sv-SE\","
                        + "\"delivery\":{\"method\":\"Parcel\",\"trackingNumber\":\"T-1\",\"deliveryDate\":\"2026-11-27\"},"
                        + "\"articles\":{\"A\":{\"imageUrl\":\"https://a/1.png\"},\"B\":{\"link\":\"https://b\"}},"
                        + "\"action\":{\"name\":\"shipped\",\"id\":\"f-1\",\"data\":{\"carrier\":\"Post\"}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderId\":\"1\",\"changedAt\":\"yesterday\"}",
                "{\"orderId\":\"1\",\"contactKeys\":[{\"type\":\"e-mail\",\"value\":\"a\"}]}",
                "{\"orderId\":\"1\",\"basket\":{\"total\":true}}",
                "{\"orderId\":"
            })
    void whatNobodyWroteIsNotRead(String json) {
        assertThatThrownBy(() -> OrderJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
