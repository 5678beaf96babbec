package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.Receipts;
import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.OrderContacts;
import io.engageroutes.delivery.OrderMessage;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refunds that name their order and nobody, in the shipped flow. */
class OrderContactFlowTest {

    @Test
    void aRefundGetsTheContactOfItsOrder() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            ordered(flow, "shop-1", "alma.ek@example.org");
            flow.deliver(refund("shop-1"));

            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(new ObjectMapper()
                            .readTree(flow.engage.calls().get(0).body())
                            .at("/contact/matchKey")
                            .asText())
                    .isEqualTo("alma.ek@example.org");
        }
    }

    @Test
    void theSameRefundAgainIsADuplicateWhateverTheContactIsCalledByThen() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            ordered(flow, "shop-1", "alma.ek@example.org");
            flow.deliver(refund("shop-1"));
            ordered(flow, "shop-1", "alma.berg@example.org");
            flow.deliver(new Parcel("shop", "document-2", "again", List.of(entry("again", "shop-1"))));

            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "duplicate", 1L));
        }
    }

    @Test
    void itWaitsForTheOrderAndGoesOnWhenThatHasCome() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(refund("shop-1"));
            Parcel waiting = flow.requeued().parcel();
            assertThat(waiting.entries().get(0).contactOf()).isEqualTo("shop-1");

            ordered(flow, "shop-1", "alma.ek@example.org");
            flow.deliver(waiting);

            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @Test
    void anOrderThatNeverComesMakesADeadLetterThatSaysWhatToDo() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.attempts", "2")) {
            flow.deliver(refund("shop-1"));
            flow.deliver(flow.requeued().parcel());

            assertThat(flow.engage.calls()).isEmpty();
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(
                            letter.get("faults").toString())
                    .contains("order-unknown", "shop-1", "replay"));
        }
    }

    @Test
    void whoOrderedIsForgotten() throws Exception {
        try (RunningFlow flow = RunningFlow.with("receipts.order-contacts-for", "30d")) {
            ordered(flow, "shop-1", "alma.ek@example.org");
            flow.clock.advance(Duration.ofDays(31));
            ordered(flow, "shop-2", "bo.ek@example.org");
            contacts(flow).forget();

            assertThat(flow.database.queryForList("select order_id from order_contact", String.class))
                    .containsExactly("shop-2");
        }
    }

    private static OrderContacts contacts(RunningFlow flow) {
        return flow.camel.getRegistry().lookupByNameAndType("orderContacts", OrderContacts.class);
    }

    private static void ordered(RunningFlow flow, String id, String email) {
        Order order = new Order(
                id,
                null,
                List.of(new ContactKey(ContactKeyType.email, email)),
                null,
                null,
                "Picked",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Parcel.Entry entry = new Parcel.Entry(
                "o-" + id,
                "here",
                Kind.ORDER,
                new Content.OfOrder(order),
                "hash",
                List.of(),
                null,
                null,
                0,
                0,
                0,
                null,
                null);
        contacts(flow).remember(List.of((OrderMessage) new Parcel("shop", "document-0", "order", List.of(entry))
                .messages()
                .get(0)));
    }

    private static Parcel refund(String order) {
        return new Parcel("shop", "document-1", "refund", List.of(entry("refund", order)));
    }

    private static Parcel.Entry entry(String id, String order) {
        Receipt sale = Receipts.sale("R-1");
        Parcel.Entry known = RunningFlow.entry(id, sale.with("R-1", List.of()));
        return new Parcel.Entry(
                known.id(),
                known.place(),
                known.kind(),
                known.content(),
                known.contentHash(),
                List.of(),
                null,
                null,
                0,
                0,
                0,
                order,
                null);
    }
}
