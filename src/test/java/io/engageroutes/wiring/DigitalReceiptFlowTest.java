package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.Receipts;
import io.engageroutes.delivery.DigitalReceipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderJson;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Delivered receipts that become digital receipts, in the shipped flow. */
class DigitalReceiptFlowTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Parcel parcel(DigitalReceipts wanted, Receipt... receipts) {
        Parcel plain = RunningFlow.parcel(receipts);
        return new Parcel(plain.source(), plain.document(), plain.documentName(), false, wanted, plain.entries());
    }

    private static Receipt turned(Receipt sale) throws IOException {
        String json = new String(ReceiptJson.bytes(sale), StandardCharsets.UTF_8).replace("\"SALE\"", "\"RETURN\"");
        return ReceiptJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Order order(Queues.Sent sent) throws IOException {
        JsonNode message = JSON.readTree(sent.body()).path("messages").path(0);
        return OrderJson.read(message.path("order").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDeliveredReceiptBecomesOneOrderWithTheActionAndTheReceiptAsItsBasket() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Receipt sale = Receipts.sale("A-1");
            flow.deliver(parcel(DigitalReceipts.SALES, sale));

            List<Queues.Sent> orders = flow.queues.sent("orders");
            assertThat(orders).hasSize(1);
            assertThat(orders.get(0).headers())
                    .containsEntry("JMSXGroupID", "A-1")
                    .doesNotContainKey("_AMQ_DUPL_ID");
            Parcel queued = ParcelJson.read(orders.get(0).body());
            assertThat(queued.document()).isEqualTo("document-1");
            assertThat(queued.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.id()).isEqualTo("message-A-1/digital-receipt");
                assertThat(entry.kind()).isEqualTo(Kind.ORDER);
            });
            Order order = order(orders.get(0));
            assertThat(order.orderId()).isEqualTo("A-1");
            assertThat(order.basket()).isEqualTo(sale);
            assertThat(order.changedAt()).isEqualTo(sale.occurredAt());
            assertThat(order.action().name()).isEqualTo("digital-receipt");
            assertThat(order.action().id()).isEqualTo("A-1");
            assertThat(order.language()).isEqualTo("sv-SE");
        }
    }

    @Test
    void sourcesThatDoNotAskMakeNone() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(Receipts.sale("A-1"));

            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.queues.sent("orders")).isEmpty();
        }
    }

    @Test
    void whatIsDeadSkippedOrADuplicateMakesNone() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(422, "{\"errorCode\":\"ValidationError\"}"));
            flow.deliver(parcel(DigitalReceipts.ALL, Receipts.sale("A-1")));
            flow.engage.answers(Answer.of(202));
            flow.deliver(parcel(DigitalReceipts.ALL, Receipts.sale("A-2").with("A-2", List.of())));
            flow.deliver(Receipts.sale("A-3"));
            Parcel again = RunningFlow.parcel(Receipts.sale("A-3"));
            Parcel.Entry copy = RunningFlow.entry("another-message", Receipts.sale("A-3"));
            flow.deliver(new Parcel(again.source(), "document-2", "b.xml", false, DigitalReceipts.ALL, List.of(copy)));

            assertThat(flow.ends()).isEqualTo(Map.of("dead", 1L, "skipped", 1L, "delivered", 1L, "duplicate", 1L));
            assertThat(flow.queues.sent("orders")).isEmpty();
        }
    }

    @Test
    void ofReturnsOnlyWhereAllAreWanted() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Receipt sale = Receipts.sale("A-1", "100.00");
            Receipt back = turned(refunded(sale));
            flow.deliver(parcel(DigitalReceipts.SALES, back.with("R-1", back.contactKeys())));
            assertThat(flow.queues.sent("orders")).isEmpty();
            flow.deliver(parcel(DigitalReceipts.ALL, back.with("R-2", back.contactKeys())));

            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 2L));
            assertThat(flow.queues.sent("orders")).hasSize(1);
        }
    }

    /** The amounts that a return has below zero. */
    private static Receipt refunded(Receipt sale) throws IOException {
        JsonNode json = JSON.readTree(ReceiptJson.bytes(sale));
        var node = (com.fasterxml.jackson.databind.node.ObjectNode) json;
        if (node.has("total")) {
            node.put("total", "-" + node.path("total").asText());
        }
        node.path("tenders").forEach(tender -> ((com.fasterxml.jackson.databind.node.ObjectNode) tender)
                .put("amount", "-" + tender.path("amount").asText()));
        return ReceiptJson.read(JSON.writeValueAsBytes(node));
    }

    @Test
    void aParcelThatComesAgainAfterACrashMakesTheSameOrderAgain() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Parcel parcel = parcel(DigitalReceipts.ALL, Receipts.sale("A-1"), Receipts.sale("A-2"));
            flow.deliver(parcel);
            List<Queues.Sent> first = flow.queues.take("orders");
            flow.deliver(parcel);
            List<Queues.Sent> again = flow.queues.take("orders");

            assertThat(flow.engage.calls()).hasSize(2);
            assertThat(first).hasSize(2);
            assertThat(again)
                    .extracting(sent -> new String(sent.body(), StandardCharsets.UTF_8))
                    .containsExactlyElementsOf(first.stream()
                            .map(sent -> new String(sent.body(), StandardCharsets.UTF_8))
                            .toList());
        }
    }

    @Test
    void whatWaitsForEngageStillMakesOneWhenItIsDelivered() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(503));
            flow.deliver(parcel(DigitalReceipts.ALL, Receipts.sale("A-1")));
            assertThat(flow.queues.sent("orders")).isEmpty();
            Parcel later = flow.requeued().parcel();
            flow.engage.answers(Answer.of(202));
            flow.deliver(later);

            assertThat(later.digitalReceipts()).isEqualTo(DigitalReceipts.ALL);
            assertThat(flow.queues.sent("orders")).hasSize(1);
        }
    }

    @Test
    void aParcelFromBeforeTheSettingIsReadAndMakesNone() {
        String old = new String(ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"))), StandardCharsets.UTF_8);

        assertThat(old).doesNotContain("digitalReceipts");
        assertThat(ParcelJson.read(old.getBytes(StandardCharsets.UTF_8)).digitalReceipts())
                .isEqualTo(DigitalReceipts.NONE);
    }

    @Test
    void aWordThatIsNoneOfTheSettingIsRefused() {
        assertThatThrownBy(() -> DigitalReceipts.of("sale")).hasMessageContaining("none, sales or all");
    }
}
