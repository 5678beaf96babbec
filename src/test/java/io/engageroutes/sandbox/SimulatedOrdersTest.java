package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedOrdersTest {

    private RunningOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RunningOrders();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void anAcceptedOrderIsStoredWhenItsJobIsDue() throws Exception {
        HttpResponse<String> accepted = orders.create(order("W-1"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        String job = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode body = RunningOrders.json(accepted);
        assertThat(job).isEqualTo("/api/v3/orders/jobs/" + body.get("jobId").asText());
        assertThat(body.get("links").get(0).get("rel").asText()).isEqualTo("job");
        assertThat(body.get("links").get(0).get("href").asText()).isEqualTo(job);

        orders.clock().advance(Duration.ofMillis(499));
        HttpResponse<String> waiting = orders.get(job);
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(RunningOrders.json(waiting).get("state").asText()).isEqualTo("Queued");
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(404);

        orders.clock().advance(Duration.ofMillis(1));
        HttpResponse<String> done = orders.get(job);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("Location")).contains("/api/v3/orders/W-1");
        assertThat(RunningOrders.json(done).get("state").asText()).isEqualTo("Completed");
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderComesBackAsItCameWithWhatEngageAdds() throws Exception {
        String posted = order("W-1", order -> order.putObject("fees")
                .putObject("freight")
                .put("value", 49)
                .putArray("unheardOf")
                .add(1));
        orders.atOnce().create(posted);
        ObjectNode shown = (ObjectNode) orders.stored("W-1");
        assertThat(shown.remove("versionTag").asText()).isNotBlank();
        assertThat(shown.remove("type").asText()).isEqualTo("purchase");
        assertThat(shown.remove("lastChangedAt").asText()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(shown).isEqualTo(Json.MAPPER.readTree(posted));
    }

    @Test
    void anActionIsDoneOnceItsJobIsDue() throws Exception {
        orders.atOnce().create(order("W-1"));
        orders.settings("{\"orders\":{\"jobDelayMillis\":500}}");
        String tag = orders.tag("W-1");
        HttpResponse<String> accepted = orders.act("W-1", tag);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(orders.simulator("actions")).isEmpty();
        orders.clock().advance(Duration.ofMillis(500));
        JsonNode action = orders.simulator("actions?orderId=W-1").get(0);
        assertThat(action.get("action").asText()).isEqualTo("ConfirmOrder");
        assertThat(action.get("language").asText()).isEqualTo("sv-SE");
        assertThat(action.get("data").get("receipt").asText()).isEqualTo("871");
        assertThat(action.get("time").asText()).isEqualTo("2026-11-02T10:00:00.500Z");
        assertThat(action.get("versionTag").asText()).isEqualTo(tag);
        assertThat(action.get("embedded").asBoolean()).isFalse();
        assertThat(orders.get(accepted.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(302);
    }
}
