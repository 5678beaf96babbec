package io.engageroutes.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.order.Article;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageMappingTest {

    private static final String BASKET = """
            {"uniqueId": "shop-1", "receiptNumber": "1001", "storeId": "WEB", "occurredAt": "2026-11-20T10:00:00+01:00",
             "currency": "SEK", "lines": [{"sku": "A", "quantity": 1, "gross": "10.00", "taxPercent": 25}], "total": "10.00"}""";

    @Test
    void anOrderIsReadWithAllItsParts() throws IOException {
        Transaction.Ordered ordered = (Transaction.Ordered) only("""
                {"order": {"orderId": "shop-1", "changedAt": "2026-11-20T10:00:00+01:00", "basket": %s, "status": "InProgress",
                  "references": ["PO-7"], "delivery": {"method": "Parcel", "deliveryDate": "2026-11-27"},
                  "articles": {"A": {"link": "https://shop.example.org/a"}},
                  "action": {"name": "shipped", "id": "f-1", "data": {"carrier": "Post"}}}}""".formatted(BASKET));

        assertThat(ordered.order().number()).isEqualTo("1001");
        assertThat(ordered.order().basket().total()).isEqualTo("10.00");
        assertThat(ordered.order().delivery().deliveryDate()).hasToString("2026-11-27");
        assertThat(ordered.order().articles()).containsEntry("A", new Article(null, "https://shop.example.org/a"));
        assertThat(ordered.order().action().data()).containsEntry("carrier", "Post");
    }

    @Test
    void everyFaultOfAnOrderIsSaidWithItsPath() throws IOException {
        Transaction.Rejected rejected = (Transaction.Rejected) only("""
                {"order": {"changedAt": "today", "basket": {"uniqueId": "1", "receiptNumber": "1", "lines": [{"quantity": "two"}]},
                  "delivery": {"deliveryDate": "soon", "carrier": "Post"}, "action": {"name": "shipped"}}}""");

        assertThat(rejected.kind()).isEqualTo(Kind.ORDER);
        assertThat(rejected.faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        "orderId",
                        "changedAt",
                        "basket.lines[0].quantity",
                        "delivery.deliveryDate",
                        "delivery.carrier",
                        "action.id");
    }

    @Test
    void aContactLosesWhatIsEmpty() throws IOException {
        Transaction.Registered registered = (Transaction.Registered) only("""
                {"contact": {"contactKeys": [{"type": "email", "value": "a@example.org"}], "changedAt": "2026-11-20T10:00:00Z",
                  "attributes": {"firstName": "Alma", "lastName": "", "city": null, "zipCode": "  ", "vip": false, "size": 38.5},
                  "preferences": {"acceptsEmail": true, "acceptsSms": null},
                  "consents": [{"id": "memberTerms", "value": false}]}}""");

        assertThat(registered.contact().attributes())
                .isEqualTo(Map.of("firstName", "Alma", "vip", false, "size", new BigDecimal("38.5")));
        assertThat(registered.contact().preferences()).isEqualTo(Map.of("acceptsEmail", true));
        assertThat(registered.contact().consents().get(0).value()).isFalse();
        assertThat(registered.contact().contactKeys().get(0).type()).isEqualTo(ContactKeyType.email);
    }

    @Test
    void nothingPersonalStandsInAFault() throws IOException {
        Transaction.Rejected rejected = (Transaction.Rejected) only("""
                {"contact": {"contactKeys": [{"type": "alma.ek@example.org", "value": "x"}],
                  "attributes": {"phone": ["+46701234567"]}, "changedAt": "2026-11-20"}}""");

        assertThat(rejected.kind()).isEqualTo(Kind.CONTACT);
        assertThat(rejected.faults()).isNotEmpty();
        assertThat(rejected.faults().toString()).doesNotContain("alma.ek", "4670");
    }

    @Test
    void theNumberThatWasSeenGoesAlongWithAnyKind() throws IOException {
        Transaction.Numbered numbered = (Transaction.Numbered) only(BASKET.replaceFirst("[{]", "{\"seen\": 1001, "));

        assertThat(numbered.number()).isEqualTo("1001");
        assertThat(numbered.transaction()).isInstanceOf(Transaction.Sold.class);
    }

    @Test
    void aReceiptMayNameTheOrderWhoseContactItIsOf() throws IOException {
        Transaction.Sold sold = (Transaction.Sold) only(BASKET.replaceFirst("[{]", "{\"contactOf\": \"shop-9\", "));

        assertThat(sold.contactOf()).isEqualTo("shop-9");
        assertThat(sold.receipt().uniqueId()).isEqualTo("shop-1");
    }

    @Test
    void theKindsMayStandSideBySide() throws IOException {
        assertThat(read("[%s, {\"order\": 1}, {\"contact\": []}]".formatted(BASKET)))
                .extracting(transaction -> transaction instanceof Transaction.Rejected rejected
                        ? rejected.kind() + " " + rejected.faults().get(0).code()
                        : "receipt")
                .containsExactly("receipt", "ORDER not-an-order", "CONTACT not-a-contact");
    }

    private static Transaction only(String json) throws IOException {
        List<Transaction> all = read(json);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<Transaction> read(String json) throws IOException {
        List<Transaction> all = new ArrayList<>();
        try (Transactions transactions = new CanonicalJsonFormat()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        new Source("shop", null, null))) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                all.add(next);
            }
        }
        return all;
    }
}
