package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedActionsTest {

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

    @Test
    void aNewOrderMayBringItsAction() throws Exception {
        HttpResponse<String> accepted = orders.create(order("W-1", RunningOrders::embedAction));
        assertThat(orders.simulator("actions")).isEmpty();
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.simulator("actions")).hasSize(1);
        JsonNode action = orders.simulator("actions").get(0);
        assertThat(action.get("orderId").asText()).isEqualTo("W-1");
        assertThat(action.get("action").asText()).isEqualTo("ConfirmOrder");
        assertThat(action.get("language").asText()).isEqualTo("sv-SE");
        assertThat(action.get("contactId").asText()).isEqualTo(RunningOrders.ALMA);
        assertThat(action.get("embedded").asBoolean()).isTrue();
        assertThat(orders.stored("W-1").has("action")).isFalse();
        assertThat(RunningOrders.json(orders.job(accepted)).get("state").asText())
                .isEqualTo("Completed");
    }

    @Test
    void everyWriteMakesTheTagStale() throws Exception {
        orders.atOnce().create(order("W-1"));
        String tag = orders.tag("W-1");
        orders.call("POST", "/api/v3/orders/W-1/change-status", "{\"status\":\"Done\"}");
        HttpResponse<String> stale = orders.act("W-1", tag);
        assertThat(stale.statusCode()).isEqualTo(404);
        assertThat(RunningOrders.json(stale).get("errorCode").asText()).isEqualTo("OrderNotFound");
        assertThat(orders.act("W-1", orders.tag("W-1")).statusCode()).isEqualTo(202);
        assertThat(orders.simulator("actions")).hasSize(1);
    }

    @Test
    void anActionMakesItsTagStale() throws Exception {
        orders.atOnce().create(order("W-1"));
        String tag = orders.tag("W-1");
        assertThat(orders.act("W-1", tag).statusCode()).isEqualTo(202);
        assertThat(orders.act("W-1", tag).statusCode()).isEqualTo(404);
        assertThat(orders.simulator("actions")).hasSize(1);
    }

    @Test
    void ofTwoWaitingActionsWithOneTagTheSecondFails() throws Exception {
        orders.create(order("W-1"));
        orders.clock().advance(Duration.ofSeconds(1));
        String tag = orders.tag("W-1");
        HttpResponse<String> first = orders.act("W-1", tag);
        HttpResponse<String> second = orders.act("W-1", tag);
        assertThat(second.statusCode()).isEqualTo(202);
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.job(first).statusCode()).isEqualTo(302);
        assertThat(orders.job(second).statusCode()).isEqualTo(422);
        assertThat(orders.simulator("actions")).hasSize(1);
    }

    @Test
    void whereActionsKeepTheTagTheCustomerIsToldAsOftenAsAsked() throws Exception {
        orders.atOnce()
                .settings("{\"orders\":{\"actionChangesVersion\":false}}")
                .create(order("W-1"));
        String tag = orders.tag("W-1");
        assertThat(orders.act("W-1", tag).statusCode()).isEqualTo(202);
        assertThat(orders.act("W-1", tag).statusCode()).isEqualTo(202);
        assertThat(orders.tag("W-1")).isEqualTo(tag);
        assertThat(orders.simulator("actions?orderId=W-1")).hasSize(2);
        assertThat(orders.simulator("actions?orderId=W-2")).isEmpty();
    }

    @Test
    void anOrderWithoutKnownContactHasNoActions() throws Exception {
        orders.atOnce();
        orders.create(order("W-1", order -> order.remove("contact")));
        orders.create(order("W-2", order -> contact(order).put("matchKey", "nobody@example.org")));
        orders.create(order("W-3", order -> contact(order).put("contactType", "transactContact")));
        for (String id : List.of("W-1", "W-2", "W-3")) {
            HttpResponse<String> answer = orders.act(id, orders.tag(id));
            assertThat(answer.statusCode()).as(id).isEqualTo(422);
            assertThat(RunningOrders.json(answer).get("errorCode").asText()).isEqualTo("ContactMissing");
            assertThat(orders.simulator("log?orderId=" + id).get(0).get("text").asText())
                    .isEqualTo("Contact is missing");
        }
        assertThat(orders.simulator("actions")).isEmpty();
    }

    @Test
    void anEmbeddedActionOfAnOrderWithoutContactIsAnErrorOfItsJob() throws Exception {
        HttpResponse<String> accepted = orders.atOnce().create(order("W-1", order -> {
            order.remove("contact");
            RunningOrders.embedAction(order);
        }));
        HttpResponse<String> job = orders.job(accepted);
        assertThat(job.statusCode()).isEqualTo(302);
        assertThat(RunningOrders.json(job).get("state").asText()).isEqualTo("CompletedWithErrors");
        assertThat(RunningOrders.json(job).get("errors").get(0).asText()).contains("no contact");
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
        assertThat(orders.simulator("actions")).isEmpty();
    }

    @Test
    void aContactMadeLaterIsFoundWhenTheOrderIsReplaced() throws Exception {
        String order = order("W-1", body -> contact(body).put("matchKey", "new@example.org"));
        orders.create(order);
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.call("POST", "/api/v3/contacts", "{\"email\":\"new@example.org\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(orders.act("W-1", orders.tag("W-1")).statusCode()).isEqualTo(422);
        orders.atOnce().call("PUT", "/api/v3/orders/W-1", order);
        assertThat(orders.act("W-1", orders.tag("W-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void anActionOfAnOrderDeletedMeanwhileFails() throws Exception {
        orders.create(order("W-1"));
        orders.clock().advance(Duration.ofSeconds(1));
        orders.call("DELETE", "/api/v3/orders/W-1", "");
        HttpResponse<String> accepted = orders.act("W-1", orders.tag("W-1"));
        orders.clock().advance(Duration.ofSeconds(1));
        assertThat(orders.job(accepted).statusCode()).isEqualTo(422);
        assertThat(orders.simulator("actions")).isEmpty();
    }

    private static ObjectNode contact(ObjectNode order) {
        return (ObjectNode) order.get("contact");
    }
}
