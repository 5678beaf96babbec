package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
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
    void acceptedStatusIsSelectable() throws Exception {
        orders.atOnce().settings("{\"orders\":{\"acceptedStatus\":201}}");
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(201);
        assertThat(orders.act("W-1", orders.tag("W-1")).statusCode()).isEqualTo(201);
    }

    @Test
    void settingOneThingOfOrdersLeavesTheOthers() throws Exception {
        orders.settings("{\"orders\":{\"statuses\":[\"InProgress\"]}}")
                .settings("{\"orders\":{\"acceptedStatus\":201}}");
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(201);
        assertThat(orders.stored("W-1").has("versionTag")).as("still delayed").isFalse();
        assertThat(orders.create(order("W-2", order -> order.put("status", "Lost")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aKnownOrderIsNotCreatedAgain() throws Exception {
        orders.create(order("W-1"));
        HttpResponse<String> second = orders.create(order("W-1", order -> order.put("status", "Other")));
        assertThat(second.statusCode()).as("nobody can know yet").isEqualTo(202);
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.job(second).statusCode()).isEqualTo(422);
        assertThat(orders.stored("W-1").get("status").asText()).isEqualTo("InProgress");
        HttpResponse<String> third = orders.create(order("W-1"));
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(RunningOrders.json(third).get("errorCode").asText()).isEqualTo("OrderAlreadyExists");
    }

    @Test
    void anUnknownOrderIsFoundByNoCall() throws Exception {
        for (HttpResponse<String> answer : List.of(
                orders.get("/api/v3/orders/W-1"),
                orders.call("PUT", "/api/v3/orders/W-1", order("W-1")),
                orders.call("DELETE", "/api/v3/orders/W-1", ""),
                orders.act("W-1", "a-tag"),
                orders.call("POST", "/api/v3/orders/W-1/change-status", "{\"status\":\"Done\"}"),
                orders.call("POST", "/api/v3/orders/W-1/change-delivery", "{\"method\":\"Home\"}"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(RunningOrders.json(answer).get("errorCode").asText()).isEqualTo("OrderNotFound");
        }
        HttpResponse<String> job = orders.get("/api/v3/orders/jobs/5f0c");
        assertThat(job.statusCode()).isEqualTo(404);
        assertThat(RunningOrders.json(job).get("errorCode").asText()).isEqualTo("JobNotFound");
        assertThat(orders.call("POST", "/api/v3/orders/W-1/cancel", "{}").statusCode())
                .isEqualTo(404);
        assertThat(orders.simulator("jobs")).isEmpty();
    }

    @Test
    void putReplacesTheWholeOrder() throws Exception {
        orders.atOnce().create(order("W-1"));
        String tag = orders.tag("W-1");
        HttpResponse<String> answer = orders.call("PUT", "/api/v3/orders/W-1", order("W-1", order -> {
            order.remove("externalStatus");
            order.put("lastChangedAt", "2026-11-02T10:30:00+01:00").put("versionTag", "ignored");
            ((ArrayNode) order.path("lineItems").path("items")).remove(0);
        }));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode stored = orders.stored("W-1");
        assertThat(stored.has("externalStatus")).isFalse();
        assertThat(stored.path("lineItems").path("items")).hasSize(1);
        assertThat(stored.get("type").asText()).isEqualTo("return");
        assertThat(stored.get("lastChangedAt").asText()).isEqualTo("2026-11-02T10:30:00+01:00");
        assertThat(stored.get("versionTag").asText()).isNotIn(tag, "ignored");
    }

    @Test
    void whatAGetGivesMayBePut() throws Exception {
        orders.atOnce().create(order("W-1"));
        ObjectNode stored = (ObjectNode) orders.stored("W-1");
        assertThat(orders.call("PUT", "/api/v3/orders/W-1", stored.toString()).statusCode())
                .isEqualTo(202);
        ObjectNode again = (ObjectNode) orders.stored("W-1");
        assertThat(again.remove("versionTag")).isNotEqualTo(stored.remove("versionTag"));
        assertThat(again).isEqualTo(stored);
    }

    @Test
    void aDeletedOrderIsGoneAndItsJobDone() throws Exception {
        orders.create(order("W-1"));
        orders.clock().advance(Duration.ofSeconds(1));
        HttpResponse<String> accepted = orders.call("DELETE", "/api/v3/orders/W-1", "");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.job(accepted).statusCode()).isEqualTo(302);
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(404);
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void changesLeaveTheRestAsItWas() throws Exception {
        orders.atOnce().create(order("W-1", order -> order.putObject("delivery")
                .put("method", "Home")
                .put("window", "morning")));
        String created = orders.tag("W-1");
        orders.clock().advance(Duration.ofMinutes(1));
        String status = "{\"externalStatus\":\"Shipped\",\"status\":null,\"orderId\":\"W-9\"}";
        assertThat(orders.call("POST", "/api/v3/orders/W-1/change-status", status)
                        .statusCode())
                .isEqualTo(202);
        String changed = orders.tag("W-1");
        String delivery = "{\"trackingNumber\":\"T1\",\"deliveryDate\":\"2026-11-27\"}";
        assertThat(orders.call("POST", "/api/v3/orders/W-1/change-delivery", delivery)
                        .statusCode())
                .isEqualTo(202);
        JsonNode stored = orders.stored("W-1");
        assertThat(stored.get("status").asText()).isEqualTo("InProgress");
        assertThat(stored.get("externalStatus").asText()).isEqualTo("Shipped");
        assertThat(stored.get("orderId").asText()).isEqualTo("W-1");
        assertThat(stored.get("delivery"))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                "{\"method\":\"Home\",\"window\":\"morning\",\"trackingNumber\":\"T1\",\"deliveryDate\":\"2026-11-27\"}"));
        assertThat(stored.get("lastChangedAt").asText()).isEqualTo("2026-11-02T10:01:00Z");
        assertThat(List.of(created, changed, stored.get("versionTag").asText())).doesNotHaveDuplicates();
    }

    @Test
    void jobsAreDoneInTheOrderOfTheirCalls() throws Exception {
        orders.atOnce().create(order("W-1"));
        orders.settings("{\"orders\":{\"jobDelayMillis\":60000}}");
        orders.call("POST", "/api/v3/orders/W-1/change-status", "{\"externalStatus\":\"first\"}");
        orders.atOnce();
        HttpResponse<String> second =
                orders.call("POST", "/api/v3/orders/W-1/change-status", "{\"externalStatus\":\"second\"}");
        assertThat(orders.job(second).statusCode()).isEqualTo(200);
        orders.clock().advance(Duration.ofMinutes(1));
        assertThat(orders.job(second).statusCode()).isEqualTo(302);
        assertThat(orders.stored("W-1").get("externalStatus").asText()).isEqualTo("second");
        assertThat(orders.simulator("jobs?orderId=W-1").findValuesAsText("kind"))
                .containsExactly("CREATE", "CHANGE_STATUS", "CHANGE_STATUS");
        assertThat(orders.simulator("jobs?orderId=W-2")).isEmpty();
    }

    @Test
    void anOrdersIdMayHoldAnyCharacter() throws Exception {
        String id = "web/10 05+a?ä";
        String path = "/api/v3/orders/web%2F10%2005%2Ba%3F%C3%A4";
        HttpResponse<String> accepted = orders.atOnce().create(order(id));
        assertThat(orders.job(accepted).headers().firstValue("Location")).contains(path);
        assertThat(RunningOrders.json(orders.get(path)).get("orderId").asText()).isEqualTo(id);
    }
}
