package io.engageroutes.wiring;

import static io.engageroutes.wiring.OrderWorld.action;
import static io.engageroutes.wiring.OrderWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.engageroutes.delivery.OrderStates;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.order.Order;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of orders while Engage or the database has troubles of its own, and of what is remembered of them. */
class OrderTroubleTest {

    private static final String ACTION = "/api/v3/orders/A-1/action";

    private static Order purchase() {
        return order("A-1", 0, "100.00", "InProgress", null, action("order-confirmed", "A-1"));
    }

    private static Order confirmation() {
        return order("A-1", 1, null, null, null, action("order-confirmed", "A-1"));
    }

    private static int rows(OrderWorld world, String table) {
        return world.flow.database.queryForObject("select count(*) from " + table, Integer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403", "429"})
    void aRefusedKeyAndTooManyCallsStopTheFlowAndCostTheOrderNoAttempt(String status) throws Exception {
        try (OrderWorld world = OrderWorld.with("engage.gaps", "2s")) {
            world.bring(order("A-1", 0, "100.00", null, null, null));
            world.fault("{\"path\":\"" + ACTION + "\",\"calls\":1,\"status\":" + status + "}");
            world.deliver(world.message(confirmation()));

            assertThat(world.flow.circuit.isOpen()).isTrue();
            assertThat(world.ends()).containsExactly("delivered");
            byte[] waiting = world.flow.queues.take("orders").get(0).body();
            assertThat(ParcelJson.read(waiting).entries())
                    .extracting(Parcel.Entry::attempts)
                    .containsExactly(0);

            await().until(() -> !world.flow.circuit.isOpen());
            world.deliver(waiting);
            world.settle();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void whileEngageTakesNoActionsLooksDoNotMakeItTheOrdersFault() throws Exception {
        try (OrderWorld world = OrderWorld.with("engage.failures-in-a-row", "1000")) {
            world.bring(order("A-1", 0, "100.00", null, null, null));
            world.fault("{\"path\":\"" + ACTION + "\",\"calls\":20,\"status\":503}");
            world.bring(confirmation());
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered", "delivered");
        }
    }

    @Test
    void failuresOfActionsInARowStopTheFlowThoughLooksPass() throws Exception {
        try (OrderWorld world = OrderWorld.with("engage.failures-in-a-row", "2", "engage.gaps", "1h")) {
            world.bring(order("A-1", 0, "100.00", null, null, null));
            world.fault("{\"path\":\"" + ACTION + "\",\"status\":503}");
            byte[] message = world.message(confirmation());
            world.deliver(message);
            assertThat(world.flow.circuit.isOpen()).isFalse();
            world.deliver(message);
            assertThat(world.flow.circuit.isOpen()).isTrue();
        }
    }

    @Test
    void bySettingAnActionWhoseAnswerWasLostIsDoneAgain() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.lost-action", "repeat")) {
            world.fault("{\"path\":\"" + ACTION + "\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(purchase());
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
            world.bring(purchase());
            assertThat(world.told()).hasSize(2);
        }
    }

    @Test
    void bySettingAnActionWhoseAnswerWasLostIsNotDoneAgainUntilSomebodyReplaysIt() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.lost-action", "dead-letter")) {
            world.fault("{\"path\":\"" + ACTION + "\",\"calls\":1,\"lostAnswer\":true}");
            world.bring(purchase());
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.ends()).containsExactly("dead action-may-be-done");
            world.replay();
            assertThat(world.told()).containsExactly("ConfirmOrder", "ConfirmOrder");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }

    @Test
    void whatNobodyChangedForLongIsForgottenAndNothingElse() throws Exception {
        try (OrderWorld world = OrderWorld.with("orders.keep-for", "90d")) {
            OrderStates states = world.flow.camel.getRegistry().lookupByNameAndType("orderStates", OrderStates.class);
            world.bring(purchase());
            world.pass(Duration.ofDays(60));
            world.bring(order("B-1", 0, "50.00", null, null, action("order-confirmed", "B-1")));
            states.purge();
            assertThat(rows(world, "order_state")).isEqualTo(2);
            assertThat(rows(world, "order_action")).isEqualTo(2);
            world.pass(Duration.ofDays(31));
            states.purge();
            assertThat(rows(world, "order_state where order_id = 'B-1'")).isEqualTo(1);
            assertThat(rows(world, "order_state")).isEqualTo(1);
            assertThat(rows(world, "order_action where order_id = 'B-1'")).isEqualTo(1);
            assertThat(rows(world, "order_action")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20})
    void whileTheDatabaseIsAwayTheOrderWaitsAndEndsOnceItIsBackAndIsToldOnce(int connections) throws Exception {
        try (OrderWorld world = OrderWorld.with()) {
            world.flow.connections.failAfter(connections, 2);
            world.bring(purchase());
            assertThat(world.flow.connections.failuresLeft()).isZero();
            assertThat(world.told()).containsExactly("ConfirmOrder");
            assertThat(world.jobs()).startsWith("CREATE").endsWith("ACTION").containsOnlyOnce("ACTION");
            assertThat(world.ends()).containsExactly("delivered");
        }
    }
}
