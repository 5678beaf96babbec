package io.engageroutes.wiring;

import static io.engageroutes.wiring.OrderWorld.action;
import static io.engageroutes.wiring.OrderWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of version 2, over HTTP to the simulator with every check on. */
class OrderTriggerFlowTest {

    private static final String CHECKS =
            "{\"orderTriggers\":{\"validateTax\":true,\"validateTotal\":true,\"validatePayments\":true}}";

    private static OrderWorld world(String... more) throws Exception {
        List<String> settings = new ArrayList<>(List.of(
                "orders.api",
                "v2",
                "orders.v2-statuses.order-confirmed",
                "Confirmed",
                "orders.v2-statuses.shipped",
                "Sent",
                "orders.v2-statuses.Packed",
                ""));
        settings.addAll(List.of(more));
        OrderWorld world = OrderWorld.with(settings.toArray(String[]::new));
        world.call("PUT", "/simulator/settings", CHECKS);
        return world;
    }

    private static Order purchase() {
        return order("A-1", 0, "100.00", null, null, action("order-confirmed", "A-1"));
    }

    private static Order shipment() {
        return order(
                "A-1", 60, null, "Shipped", new Delivery("PostNord", "SE-1", null, null), action("shipped", "F-1"));
    }

    private static List<String> statuses(OrderWorld world) throws Exception {
        List<String> statuses = new ArrayList<>();
        world.simulator("order-triggers")
                .forEach(trigger -> statuses.add(trigger.path("orderStatus").asText()));
        return statuses;
    }

    @Test
    void eachActionSendsTheCompleteOrderOnce() throws Exception {
        try (OrderWorld world = world()) {
            world.bring(purchase());
            world.bring(shipment());
            world.bring(purchase());
            world.bring(shipment());
            assertThat(statuses(world)).containsExactly("Confirmed", "Sent");
            var sent = world.simulator("order-triggers").path(1).path("order");
            assertThat(sent.path("items")).hasSize(1);
            assertThat(sent.path("extraData").path("trackingNumber").asText()).isEqualTo("SE-1");
            assertThat(sent.path("language").asText()).isEqualTo("sv-SE");
            assertThat(world.ends()).containsExactly("delivered", "delivered", "skipped superseded", "duplicate");
        }
    }

    @Test
    void aChangedBasketAloneTellsNobodyAndAChangedStatusDoesOnce() throws Exception {
        try (OrderWorld world = world()) {
            world.bring(purchase());
            world.bring(order("A-1", 5, "90.00", null, null, null));
            world.bring(order("A-1", 6, null, "Ready", null, null));
            world.bring(order("A-1", 6, null, "Ready", null, null));
            world.bring(order("A-1", 7, null, "Packed", null, null));
            assertThat(statuses(world)).containsExactly("Confirmed", "Ready");
            assertThat(world.simulator("order-triggers")
                            .path(1)
                            .path("order")
                            .path("totalGrossPrice")
                            .decimalValue())
                    .isEqualByComparingTo("90");
            assertThat(world.ends())
                    .containsExactly(
                            "delivered",
                            "skipped nothing-to-tell",
                            "delivered",
                            "duplicate",
                            "skipped nothing-to-tell");
        }
    }

    @Test
    void aLostAnswerIsForSomebodyToDecideAndARefusalIsNot() throws Exception {
        try (OrderWorld world = world()) {
            world.fault("{\"calls\":1,\"status\":503,\"then\":[{\"calls\":1,\"lostAnswer\":true}]}");
            world.bring(purchase());
            assertThat(world.ends()).containsExactly("dead action-may-be-done");
            assertThat(statuses(world)).containsExactly("Confirmed");
            world.replay();
            assertThat(statuses(world)).containsExactly("Confirmed", "Confirmed");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void aRefusedConnectionIsNoLostAnswer() throws Exception {
        try (OrderWorld world = world("engage.failures-in-a-row", "1000")) {
            byte[] message = world.message(purchase());
            world.closeEngage();
            world.deliver(message);
            world.openEngage();
            world.settle();
            assertThat(world.ends()).containsExactly("delivered");
            assertThat(statuses(world)).containsExactly("Confirmed");
        }
    }

    @Test
    void aShipmentWaitsForItsOrderAndIsDeadIfThatNeverComes() throws Exception {
        try (OrderWorld world = world()) {
            world.bring(order("B-1", 60, null, "Shipped", null, action("shipped", "F-1"), OrderWorld.ALMA));
            assertThat(world.ends()).containsExactly("dead order-unknown");
        }
    }

    @Test
    void whatEngageRefusesIsADeadLetterWithItsWords() throws Exception {
        try (OrderWorld world = world()) {
            world.call("PUT", "/simulator/settings", "{\"orderTriggers\":{\"orderStatuses\":[\"Sent\"]}}");
            world.bring(purchase());
            assertThat(world.ends()).containsExactly("dead engage-ValidationError");
            assertThat(world.flow.deadLetters().get(0).get("faults").toString()).contains("orderStatus");
            world.call("PUT", "/simulator/settings", "{\"orderTriggers\":{\"orderStatuses\":[]}}");
            world.replay();
            assertThat(world.ends()).containsExactly("delivered");
        }
    }
}
