package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedOrderFaultsTest {

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
    void aFailedJobDoesNothingAndSaysWhy() throws Exception {
        set("{\"orderId\":\"W-1\",\"jobs\":1,\"error\":\"Out of order\"}");
        assertThat(orders.create(order("W-2")).statusCode()).isEqualTo(202);
        HttpResponse<String> accepted = orders.create(order("W-1"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        HttpResponse<String> job = orders.job(accepted);
        assertThat(job.statusCode()).isEqualTo(422);
        JsonNode error = RunningOrders.json(job);
        assertThat(error.get("errorCode").asText()).isEqualTo("JobFailed");
        assertThat(error.get("message").asText()).isEqualTo("Out of order");
        assertThat(error.get("state").asText()).isEqualTo("Failed");
        assertThat(error.get("errors").get(0).asText()).isEqualTo("Out of order");
        assertThat(orders.simulator("orders").findValuesAsText("orderId")).containsExactly("W-2");
        assertThat(orders.simulator("job-faults")).isEmpty();
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(202);
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
    }

    @Test
    void theNextJobsOfAnyOrderFail() throws Exception {
        set("{\"jobs\":2}");
        orders.create(order("W-1"));
        assertThat(orders.simulator("job-faults").get(0).get("jobs").asInt()).isEqualTo(1);
        orders.create(order("W-2"));
        orders.create(order("W-3"));
        assertThat(orders.simulator("jobs").findValuesAsText("state")).containsExactly("Failed", "Failed", "Completed");
    }

    @Test
    void aFailureMayBeForOneKindOfJob() throws Exception {
        set("{\"kind\":\"ACTION\"}");
        orders.create(order("W-1"));
        orders.act("W-1", orders.tag("W-1"));
        orders.act("W-1", orders.tag("W-1"));
        assertThat(orders.simulator("jobs").findValuesAsText("state")).containsExactly("Completed", "Failed", "Failed");
        assertThat(orders.simulator("actions")).isEmpty();
        assertThat(orders.call("DELETE", "/simulator/job-faults", "").statusCode())
                .isEqualTo(204);
        orders.act("W-1", orders.tag("W-1"));
        assertThat(orders.simulator("actions")).hasSize(1);
    }

    @Test
    void aJobMayBeCompletedWithErrors() throws Exception {
        set("{\"state\":\"CompletedWithErrors\",\"error\":\"Half of it\"}");
        HttpResponse<String> job = orders.job(orders.create(order("W-1")));
        assertThat(job.statusCode()).isEqualTo(302);
        assertThat(RunningOrders.json(job).get("state").asText()).isEqualTo("CompletedWithErrors");
        assertThat(RunningOrders.json(job).get("errors").get(0).asText()).isEqualTo("Half of it");
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureSetWhileAJobWaitsIsForIt() throws Exception {
        orders.settings("{\"orders\":{\"jobDelayMillis\":500}}");
        HttpResponse<String> early = orders.create(order("W-1"));
        orders.clock().advance(Duration.ofMillis(500));
        HttpResponse<String> late = orders.create(order("W-2"));
        set("{\"jobs\":5}");
        orders.clock().advance(Duration.ofMillis(500));
        assertThat(orders.job(early).statusCode()).isEqualTo(302);
        assertThat(orders.job(late).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{\"jobs\":0}",
                "{\"state\":\"Completed\"}",
                "{\"state\":\"Queued\"}",
                "{\"state\":\"failed\"}",
                "{\"kind\":\"CANCEL\"}",
                "{\"order\":\"W-1\"}",
                "[{\"jobs\":1},{\"jobs\":-1}]"
            })
    void nonsenseIsRefusedAndSetsNothing(String body) throws Exception {
        HttpResponse<String> answer = orders.call("POST", "/simulator/job-faults", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningOrders.json(answer).get("message").asText()).isNotBlank();
        assertThat(orders.simulator("job-faults")).isEmpty();
    }

    @Test
    void anActionWhoseAnswerIsLostIsDoneAndItsTagStale() throws Exception {
        orders.create(order("W-1"));
        String tag = orders.tag("W-1");
        fault("{\"lostAnswer\":true,\"calls\":1,\"path\":\"/api/v3/orders/W-1/action\"}");
        assertThatThrownBy(() -> orders.act("W-1", tag)).isInstanceOf(IOException.class);
        assertThat(orders.simulator("actions")).hasSize(1);
        assertThat(orders.act("W-1", tag).statusCode()).isEqualTo(404);
        assertThat(orders.simulator("actions")).hasSize(1);
    }

    @Test
    void anOrderWhoseAnswerIsLostIsStored() throws Exception {
        fault("{\"lostAnswer\":true,\"calls\":1,\"method\":\"POST\",\"orderId\":\"W-1\"}");
        assertThatThrownBy(() -> orders.create(order("W-1"))).isInstanceOf(IOException.class);
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(409);
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aTriggerOfVersionTwoWhoseAnswerIsLostIsDoubledByARepeat() throws Exception {
        String order = "{\"contact\":{\"matchKey\":\"alma.ek@example.org\",\"matchKeyType\":\"email\"},"
                + "\"orderNumber\":\"1005\",\"orderStatus\":\"Confirmed\",\"paymentStatus\":\"Paid\","
                + "\"createdDate\":\"2026-11-02T09:58:00+01:00\",\"storeId\":\"WEB\",\"currency\":\"SEK\","
                + "\"totalGrossPrice\":1,\"items\":[{\"type\":\"PURCHASE\",\"sku\":\"A\",\"description\":\"A\","
                + "\"quantity\":1,\"grossPaidPrice\":1}]}";
        fault("{\"lostAnswer\":true,\"calls\":1,\"path\":\"/api/v2/orders\"}");
        assertThatThrownBy(() -> orders.call("POST", "/api/v2/orders", order)).isInstanceOf(IOException.class);
        assertThat(orders.call("POST", "/api/v2/orders", order).statusCode()).isEqualTo(202);
        assertThat(orders.simulator("order-triggers")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503, 504})
    void aRefusedCallDoesNothing(int status) throws Exception {
        fault("{\"status\":" + status + ",\"calls\":1,\"path\":\"/api/v3/orders\"}");
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(status);
        assertThat(orders.simulator("jobs")).isEmpty();
        HttpResponse<String> accepted = orders.create(order("W-1"));
        fault("{\"status\":" + status + ",\"calls\":1,\"path\":\"/api/v3/orders/jobs\"}");
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
        assertThat(orders.job(accepted).statusCode()).isEqualTo(status);
        assertThat(orders.job(accepted).statusCode()).isEqualTo(302);
    }

    @Test
    void aSlowCallIsDoneAfterwards() throws Exception {
        fault("{\"delayMillis\":300,\"calls\":1}");
        long start = System.nanoTime();
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(orders.simulator("orders")).hasSize(1);
    }

    @Test
    void ordersGoThroughTheSameDoorAsOtherCalls() throws Exception {
        orders.settings("{\"acceptedKeys\":[\"another\"]}");
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(401);
        orders.settings("{\"acceptedKeys\":[],\"requestsPerSecond\":1}");
        assertThat(orders.create(order("W-1")).statusCode()).isEqualTo(202);
        assertThat(orders.create(order("W-2")).statusCode()).isEqualTo(429);
    }

    @Test
    void resetForgetsOrdersJobsActionsAndFailures() throws Exception {
        orders.create(order("W-1", RunningOrders::embedAction));
        orders.settings("{\"orders\":{\"jobDelayMillis\":60000,\"acceptedStatus\":201}}");
        HttpResponse<String> waiting = orders.create(order("W-2"));
        set("{\"orderId\":\"W-9\"}");
        assertThat(orders.call("POST", "/simulator/reset", "").statusCode()).isEqualTo(204);
        orders.clock().advance(Duration.ofMinutes(2));
        for (String what : new String[] {"orders", "actions", "jobs", "order-triggers", "job-faults", "log"}) {
            assertThat(orders.simulator(what)).as(what).isEmpty();
        }
        assertThat(orders.job(waiting).statusCode()).isEqualTo(404);
        assertThat(orders.create(order("W-2")).statusCode()).isEqualTo(202);
        assertThat(orders.get("/api/v3/orders/W-2").statusCode())
                .as("the delay of the start is back")
                .isEqualTo(404);
    }

    private void set(String jobFault) throws Exception {
        assertThat(orders.call("POST", "/simulator/job-faults", jobFault).statusCode())
                .isEqualTo(201);
    }

    private void fault(String json) throws Exception {
        assertThat(orders.call("POST", "/simulator/faults", json).statusCode()).isEqualTo(201);
    }
}
