package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.Receipt;
import org.junit.jupiter.api.Test;

class ShopifyOrderTest {

    private static final String PAID = "orders/paid";

    @Test
    void paidOrderIsAReceiptToTheCentAndAnOrderThatIsConfirmed() {
        Mapped read = Shopify.read(PAID, Shopify.resource("order_paid.json").toString());

        Receipt receipt = Shopify.receipt(read);
        assertThat(receipt.uniqueId()).isEqualTo("shopify-9007199254740993");
        assertThat(receipt.receiptNumber()).isEqualTo("1005");
        assertThat(receipt.lines().get(0).gross()).isEqualByComparingTo("428.00");
        assertThat(receipt.lines().get(0).discounts())
                .extracting(discount -> discount.type() + " " + discount.description() + " " + discount.amount())
                .containsExactly("discount_code WELCOME 49.80", "manual Scratch 20.20");
        assertThat(receipt.lines().get(1).kind()).isEqualTo(LineKind.GIFT_CARD);
        assertThat(receipt.lines().get(1).awardsBonus()).isFalse();
        assertThat(receipt.lines().get(2).kind()).isEqualTo(LineKind.FREIGHT);
        assertThat(receipt.tenders().get(0).type()).isEqualTo("gift_card+shopify_payments");
        assertThat(receipt.taxTotal()).isEqualByComparingTo("97.40");
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("487.00");
        assertThat(read.transactions().get(0))
                .isInstanceOfSatisfying(Transaction.Numbered.class, first -> assertThat(first.number())
                        .isEqualTo("1005"));
        Order order = Shopify.order(read);
        assertThat(order.orderId()).isEqualTo(receipt.uniqueId());
        assertThat(order.action().name()).isEqualTo("order-confirmed");
        assertThat(order.basket().total()).isEqualByComparingTo("487.00");
        assertThat(order.language()).isEqualTo("sv-SE");
        assertThat(((Transaction.Sold) Shopify.plain(read).get(0)).original().get())
                .doesNotContain("Berg", "Storgatan", "192.0.2.7", "Browser", "door", "Lund")
                .contains("anna@example.com");
    }

    @Test
    void otherEventsOfTheSameOrderMakeNoReceipt() {
        String order = Shopify.resource("order_paid.json").toString();
        assertThat(Shopify.plain(Shopify.read("orders/updated", order)))
                .hasOnlyElementsOfType(Transaction.Ordered.class)
                .hasSize(1);
        assertThat(Shopify.order(Shopify.read("orders/updated", order)).action())
                .isNull();
    }

    @Test
    void testOrdersAreCountedAndNothingElse() {
        ObjectNode order = Shopify.resource("order_paid.json").put("test", true);
        Mapped read = Shopify.read(PAID, order.toString());
        assertThat(Shopify.reason(read)).isEqualTo("test-order");
        assertThat(read.transactions()).hasSize(1).first().isInstanceOf(Transaction.Numbered.class);
    }

    @Test
    void cancelledOrderIsNoSaleAndTheCustomerIsTold() {
        ObjectNode order = Shopify.resource("order_paid.json")
                .put("cancelled_at", "2026-11-20T11:00:00+01:00")
                .put("financial_status", "voided");
        Mapped read = Shopify.read("orders/cancelled", order.toString());
        assertThat(Shopify.reason(read)).isEqualTo("cancelled-order");
        assertThat(Shopify.order(read).action().name()).isEqualTo("cancelled");
    }

    @Test
    void taxOnTopIsAddedAndSeveralRatesAreOne() {
        ObjectNode order = Shopify.resource("order_paid.json").put("taxes_included", false);
        order.set("line_items", Shopify.json("""
                [{'id': 1, 'sku': 'S', 'name': 'Salt', 'quantity': 4, 'price': '39.99', 'discount_allocations': [{'amount': '15.99', 'discount_application_index': 0}],
                  'tax_lines': [{'rate': 0.05, 'price': '7.20'}, {'rate': 0.07, 'price': '10.08'}]}]"""));
        order.putArray("shipping_lines");
        order.put("total_price", "161.25").put("current_total_price", "161.25").put("total_tax", "17.28");
        Receipt receipt = Shopify.receipt(Shopify.read(PAID, order.toString()));
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("12");
        assertThat(receipt.lines().get(0).unitPrice()).isNull();
        assertThat(Mapped.priced(receipt).lines().get(0).tax()).isEqualByComparingTo("17.28");
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("161.25");
    }

    @Test
    void whatAnEditTookOffBeforePaymentWasNeverBought() {
        ObjectNode order = Shopify.resource("order_paid.json");
        ((ObjectNode) order.get("line_items").get(0)).put("current_quantity", 1);
        order.put("current_total_price", "273.00");
        Receipt silent = Shopify.receipt(Shopify.read(PAID, order.toString()));
        assertThat(silent.lines().get(0).quantity()).isEqualByComparingTo("1");
        assertThat(silent.lines().get(0).gross()).isEqualByComparingTo("214.00");
        order.set("refunds", Shopify.json("""
                [{'id': 5, 'order_id': 9007199254740993, 'transactions': [], 'refund_line_items': [
                   {'line_item_id': 11, 'quantity': 1, 'subtotal': 214.00, 'total_tax': 42.80}]}]"""));
        Receipt said = Shopify.receipt(Shopify.read(PAID, order.toString()));
        assertThat(Mapped.priced(said).total()).isEqualByComparingTo("273.00");
        assertThat(said.lines().get(0).taxAmount()).isEqualByComparingTo("42.80");
    }

    @Test
    void tipsAndDutiesAreLinesOfTheirOwn() {
        ObjectNode order = Shopify.resource("order_paid.json");
        order.put("total_tip_received", "20.00").put("total_price", "557.00").put("current_total_price", "557.00");
        order.set(
                "original_total_duties_set",
                Shopify.json("{'shop_money': {'amount': '50.00', 'currency_code': 'SEK'}}"));
        Receipt receipt = Shopify.receipt(Shopify.read(PAID, order.toString()));
        assertThat(receipt.lines()).extracting(line -> line.sku()).contains("TIP", "DUTIES");
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("557.00");
    }

    @Test
    void currenciesWithoutDecimalsAndWithThreeAreExact() {
        for (String[] each : new String[][] {{"JPY", "1500", "1000", "500"}, {"KWD", "15.125", "10.120", "5.005"}}) {
            ObjectNode order = Shopify.resource("order_paid.json");
            order.put("currency", each[0])
                    .put("total_price", each[1])
                    .put("current_total_price", each[1])
                    .put("total_tax", "0");
            order.set(
                    "line_items",
                    Shopify.json("[{'id': 1, 'sku': 'S', 'name': 'Salt', 'quantity': 1, 'price': '" + each[2]
                            + "', 'tax_lines': []}]"));
            order.set(
                    "shipping_lines", Shopify.json("[{'title': 'Post', 'price': '" + each[3] + "', 'tax_lines': []}]"));
            assertThat(Mapped.priced(Shopify.receipt(Shopify.read(PAID, order.toString())))
                            .total())
                    .isEqualByComparingTo(each[1]);
        }
    }

    @Test
    void listOfOrdersIsReadWithoutTopic() {
        String order = Shopify.resource("order_paid.json").toString();
        Mapped read = Shopify.read(null, "{\"orders\": [" + order + "," + order + "]}");
        assertThat(read.receipts().size() + Shopify.plain(read).size()).isEqualTo(4);
        assertThat(Mapped.priced(Shopify.receipt(Shopify.read(null, "{\"order\": " + order + "}")))
                        .total())
                .isEqualByComparingTo("487.00");
    }

    @Test
    void shipmentTellsTheCustomerOnceWhicheverEventSaysIt() {
        String shipment = """
                {"id": 255858046, "order_id": 9007199254740993, "status": "success", "created_at": "2026-11-21T08:00:00+01:00",
                 "updated_at": "2026-11-21T08:00:00+01:00", "tracking_company": "PostNord", "tracking_number": "1Z", "tracking_url": "https://t.example/1Z",
                 "email": "anna@example.com", "destination": {"address1": "Storgatan 1"}, "line_items": []}""";
        Order told = Shopify.order(Shopify.read("fulfillments/create", shipment));
        assertThat(told.orderId()).isEqualTo("shopify-9007199254740993");
        assertThat(told.action().id()).isEqualTo("255858046");
        assertThat(told.delivery().trackingUri()).isEqualTo("https://t.example/1Z");
        ObjectNode order = Shopify.resource("order_paid.json").put("fulfillment_status", "fulfilled");
        order.set("fulfillments", Shopify.json("[" + shipment.replace('"', '\'') + "]"));
        Mapped fulfilled = Shopify.read("orders/fulfilled", order.toString());
        assertThat(Shopify.plain(fulfilled)).hasSize(2);
        assertThat(((Transaction.Ordered) Shopify.plain(fulfilled).get(1))
                        .order()
                        .action())
                .isEqualTo(told.action());
    }

    @Test
    void otherTopicsAndForeignShapesAreSaid() {
        assertThat(Shopify.reason(Shopify.read("app/uninstalled", "{\"id\": 1}")))
                .isEqualTo("other-topic");
        assertThat(Shopify.reason(Shopify.read("orders/edited", "{\"order_edit\": {\"id\": 1}}")))
                .isEqualTo("order-edit");
        assertThat(Shopify.read(null, "{\"id\": 1}").rejected().faults().get(0).code())
                .isEqualTo("not-of-shopify");
        assertThat(Shopify.read(PAID, "{}").rejected().faults().get(0).code()).isEqualTo("not-an-order");
    }
}
