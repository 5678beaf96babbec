package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.ALMA;
import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedOrderPagesTest {

    private RunningOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RunningOrders().atOnce();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void linksLeadThroughAllOrdersOfAContactTenAPage() throws Exception {
        for (int i = 0; i < 23; i++) {
            orders.create(order("W-" + i));
        }
        orders.create(order("W-other", order -> order.remove("contact")));
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String path = "/api/v3/orders?contactId=" + ALMA;
        JsonNode page = null;
        while (path != null) {
            page = RunningOrders.json(orders.get(path));
            assertThat(page.get("totalCount").asInt()).isEqualTo(23);
            assertThat(page.get("count").asInt()).isEqualTo(10);
            sizes.add(page.get("items").size());
            page.get("items").forEach(order -> seen.add(order.get("orderId").asText()));
            path = link(page, "next");
        }
        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 23).mapToObj(i -> "W-" + i).toList());
        JsonNode before = RunningOrders.json(orders.get(link(page, "previous")));
        assertThat(before.get("offset").asInt()).isEqualTo(10);
        assertThat(RunningOrders.json(orders.get(link(page, "self")))).isEqualTo(page);
    }

    @Test
    void aFullLastPageHasNoNext() throws Exception {
        for (int i = 0; i < 10; i++) {
            orders.create(order("W-" + i));
        }
        JsonNode page = RunningOrders.json(orders.get("/api/v3/orders?contactId=" + ALMA.toUpperCase(Locale.ROOT)));
        assertThat(page.get("items")).hasSize(10);
        assertThat(page.get("items").get(0).get("versionTag").asText()).isEqualTo(orders.tag("W-0"));
        assertThat(link(page, "next")).isNull();
        assertThat(link(page, "previous")).isNull();
        JsonNode beyond = RunningOrders.json(orders.get("/api/v3/orders?offset=999999999&contactId=" + ALMA));
        assertThat(beyond.get("items")).isEmpty();
        assertThat(link(beyond, "next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?contactId=",
                "?contactId=alma",
                "?contactId=" + ALMA + "&offset=-1",
                "?contactId=" + ALMA + "&offset=ten",
                "?contactId=" + ALMA + "&offset=4294967295"
            })
    void whatNamesNoPageIsRefused(String query) throws Exception {
        HttpResponse<String> answer = orders.get("/api/v3/orders" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningOrders.json(answer).get("errorCode").asText()).isNotBlank();
    }

    @Test
    void anUnknownContactIsNotFound() throws Exception {
        HttpResponse<String> answer =
                orders.get("/api/v3/orders?contactId=" + ALMA.substring(0, ALMA.length() - 1) + "f");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningOrders.json(answer).get("errorCode").asText()).isEqualTo("ContactNotFound");
    }

    @Test
    void anOrderIsGivenForItsContactOnly() throws Exception {
        orders.create(order("W-1"));
        orders.create(order("W-2", order -> order.remove("contact")));
        assertThat(orders.get("/api/v3/orders/W-1?contactId=" + ALMA).statusCode())
                .isEqualTo(200);
        assertThat(orders.get("/api/v3/orders/W-1?contactId=5f0c").statusCode()).isEqualTo(404);
        assertThat(orders.get("/api/v3/orders/W-2?contactId=" + ALMA).statusCode())
                .isEqualTo(404);
    }

    private static String link(JsonNode page, String rel) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals(rel)) {
                return link.get("href").asText();
            }
        }
        return null;
    }
}
