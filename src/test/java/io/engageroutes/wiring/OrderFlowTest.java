package io.engageroutes.wiring;

import static io.engageroutes.wiring.OrderWorld.action;
import static io.engageroutes.wiring.OrderWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Orders of version 3, over HTTP to the simulator. */
class OrderFlowTest {

    private static final Delivery SENT =
            new Delivery("PostNord", "SE-1", "https://track.example/SE-1", LocalDate.parse("2026-03-03"));

    private static Order purchase(String amount) {
        return order("A-1", 0, amount, "InProgress", null, action("order-confirmed", "A-1"));
    }

    private static Order shipment() {
        return order("A-1", 60, null, "Shipped", SENT, action("shipped", "F-1"));
    }

    @Test
    void aPurchaseAndItsShipmentAreOneOrderWithTwoActions() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(purchase("100.00"));
            world.bring(shipment());
            assertThat(world.ends()).containsExactly("delivered", "delivered");
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmShipment");
            assertThat(world.jobs()).containsExactly("CREATE", "ACTION", "CHANGE_STATUS", "CHANGE_DELIVERY", "ACTION");
            assertThat(world.stored("A-1").path("status").asText()).isEqualTo("Shipped");
            assertThat(world.stored("A-1")
                            .path("delivery")
                            .path("trackingNumber")
                            .asText())
                    .isEqualTo("SE-1");
            assertThat(world.simulator("log").toString()).doesNotContain("missing");
        }
    }

    @Test
    void repeatsOfEverythingChangeNothingAndTellNobody() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(purchase("100.00"));
            world.bring(shipment());
            var jobs = world.jobs();
            world.bring(purchase("100.00"));
            world.bring(shipment());
            assertThat(world.ends()).containsExactly("delivered", "delivered", "skipped superseded", "duplicate");
            assertThat(world.jobs()).isEqualTo(jobs);
        }
    }

    @Test
    void anOlderStateOverwritesNothingAndItsActionIsDoneStill() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(order("A-1", 60, "90.00", "InProgress", null, null));
            world.bring(purchase("100.00"));
            assertThat(world.stored("A-1").path("lineItems").path("subTotal").decimalValue())
                    .isEqualByComparingTo("90");
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void aChangedBasketReplacesTheOrder() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(purchase("100.00"));
            world.bring(order("A-1", 5, "90.00", null, null, null));
            assertThat(world.jobs()).containsExactly("CREATE", "ACTION", "REPLACE");
            assertThat(world.stored("A-1").path("status").asText()).isEqualTo("InProgress");
        }
    }

    @Test
    void aMessageThatWaitsForItsJobIsNotPassed() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.call("PUT", "/simulator/settings", "{\"orders\":{\"jobDelayMillis\":60000}}");
            world.deliver(world.message(purchase("100.00")));
            world.deliver(world.message(shipment()));
            world.settle();
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmShipment");
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void aJobThatFailsIsADeadLetterWithEngagesWordsAndCanBeReplayed() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(purchase("100.00"));
            world.jobFault("{\"kind\":\"REPLACE\",\"jobs\":1,\"error\":\"Article is unknown\"}");
            world.bring(order("A-1", 5, "90.00", null, null, null));
            assertThat(world.ends()).containsExactly("delivered", "dead engage-job-failed");
            assertThat(world.flow.deadLetters().get(0).get("faults").toString()).contains("Article is unknown");
            world.replay();
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void anActionWhoseJobFailsIsDoneByTheReplay() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.jobFault("{\"kind\":\"ACTION\",\"jobs\":1}");
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("dead engage-job-failed");
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void whatAnActionDidOnlyInPartIsNotDoneAgain() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.jobFault("{\"kind\":\"ACTION\",\"jobs\":1,\"state\":\"CompletedWithErrors\"}");
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("dead engage-job-completed-with-errors");
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder");
        }
    }

    @Test
    void aJobThatNeverEndsIsADeadLetterAndCanBeReplayed() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.call("PUT", "/simulator/settings", "{\"orders\":{\"jobDelayMillis\":1200000}}");
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("dead job-never-ended");
            world.call("PUT", "/simulator/settings", "{\"orders\":{\"jobDelayMillis\":0}}");
            world.pass(Duration.ofMinutes(10));
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void aJobIsNotLostByACrash() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            byte[] message = world.message(purchase("100.00"));
            world.deliver(message);
            world.flow.queues.take("orders"); // the broker never heard of it
            world.deliver(message);
            world.settle();
            assertThat(world.jobs()).containsExactly("CREATE", "ACTION");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void aCrashWhileAnActionRunsDoesNotRepeatIt() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            byte[] message = world.message(purchase("100.00"));
            for (int crash = 0; crash < 6; crash++) {
                world.deliver(message);
                world.flow.queues.take("orders");
                world.pass(Duration.ofSeconds(1));
            }
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void lostAnswersOfCreationAndReplacementLoseAndDoubleNothing() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.fault("{\"method\":\"POST\",\"path\":\"/api/v3/orders\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(purchase("100.00"));
            world.fault("{\"method\":\"PUT\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(order("A-1", 5, "90.00", null, null, null));
            assertThat(world.ends()).containsExactly("delivered", "delivered");
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.stored("A-1").path("lineItems").path("subTotal").decimalValue())
                    .isEqualByComparingTo("90");
        }
    }

    @Test
    void aLostAnswerToAnActionTellsNobodyTwice() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.fault("{\"path\":\"/api/v3/orders/A-1/action\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(purchase("100.00"));
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void aLostAnswerToAnActionWhoseJobIsSlowTellsNobodyTwice() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(order("A-1", 0, "100.00", null, null, null));
            world.call("PUT", "/simulator/settings", "{\"orders\":{\"jobDelayMillis\":60000}}");
            world.fault("{\"path\":\"/api/v3/orders/A-1/action\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(order("A-1", 1, null, null, null, action("order-confirmed", "A-1")));
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void anActionThatDidNotArriveIsDone() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.fault("{\"path\":\"/api/v3/orders/A-1/action\",\"calls\":1,\"status\":504}");
            world.bring(purchase("100.00"));
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void bySettingALostAnswerToAnActionIsForSomebodyToDecide() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.lost-action", "dead-letter")) {
            world.fault("{\"path\":\"/api/v3/orders/A-1/action\",\"calls\":1,\"status\":504}");
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("dead action-may-be-done");
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("dead action-may-be-done", "dead action-may-be-done");
            assertThat(world.told()).isEmpty();
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered", "dead action-may-be-done");
        }
    }

    @Test
    void anOrderWithoutContactIsSkippedAndOneOfAnUnknownContactDiesUntilItIsKnown() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(order("B-1", 0, "100.00", null, null, null, null));
            world.bring(order("A-1", 0, "100.00", null, null, action("order-confirmed", "A-1"), "nobody@example.org"));
            assertThat(world.ends()).containsExactly("skipped no-contact", "dead engage-ContactMissing");
            world.call("POST", "/api/v3/contacts", "{\"contactType\":\"Member\",\"email\":\"nobody@example.org\"}");
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("skipped no-contact", "delivered");
        }
    }

    @Test
    void anOrderThatEngageDoesNotHaveIsWaitedForAndThenDead() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(shipment());
            assertThat(world.ends()).containsExactly("dead order-unknown");
            world.bring(purchase("100.00"));
            world.replay();
            assertThat(world.ends()).containsExactly("delivered", "delivered");
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmShipment");
        }
    }

    @Test
    void anOrderThatSomebodyDeletedInEngageIsCreatedAgain() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.bring(purchase("100.00"));
            world.call("DELETE", "/api/v3/orders/A-1", "");
            world.pass(Duration.ofSeconds(1));
            world.bring(shipment());
            assertThat(world.ends()).containsExactly("delivered", "delivered");
            assertThat(world.stored("A-1").path("status").asText()).isEqualTo("Shipped");
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmShipment");
        }
    }

    @Test
    void aStaleVersionTagIsRenewedAtOnce() throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.fault("{\"path\":\"/api/v3/orders/A-1/action\",\"calls\":2,\"status\":404,"
                    + "\"body\":{\"errorCode\":\"OrderNotFound\"}}");
            world.bring(purchase("100.00"));
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
            assertThat(world.flow.clock.instant())
                    .isBefore(new HandClock().instant().plusSeconds(5));
        }
    }

    @Test
    void whileEngageIsAwayOrdersWaitAndLoseNoAttempt() throws Exception {
        try (OrderWorld world = OrderWorld.with("engage.failures-in-a-row", "1000")) {
            world.fault("{\"calls\":4,\"status\":503}");
            world.bring(purchase("100.00"));
            world.bring(shipment());
            assertThat(world.ends()).containsExactly("delivered", "delivered");
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmShipment");
        }
    }

    @Test
    void anActionThatIsMappedToNothingIsNotSentAndAnUnknownOneIsDead() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.actions.cancelled", "")) {
            world.bring(order("A-1", 0, null, null, null, action("cancelled", "A-1")));
            world.bring(order("A-1", 0, "100.00", null, null, action("sent-by-pigeon", "A-1")));
            assertThat(world.ends()).containsExactly("skipped action-not-sent", "dead action-unknown");
        }
    }

    @Test
    void bySettingOrdersAreNotSent() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.api", "none")) {
            world.bring(purchase("100.00"));
            assertThat(world.ends()).containsExactly("skipped orders-off");
        }
    }
}
