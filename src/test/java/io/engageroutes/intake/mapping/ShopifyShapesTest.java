package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rarer shapes of orders and refunds: what Shopify says they come to is what is read, to the unit. */
class ShopifyShapesTest {

    private static final String TWO_WAYS = """
            {'shipping_lines': [
              {'title': 'Box', 'price': '29.99', 'discount_allocations': [], 'tax_lines': [{'rate': 0.25, 'price': '6.00'}]},
              {'title': 'Letter', 'price': '9.99', 'discount_allocations': [], 'tax_lines': [{'rate': 0.25, 'price': '2.00'}]}]}
            """;

    @Test
    void severalWaysOfSendingAtOneRateHaveThatRate() {
        ObjectNode order = order("139.98", "139.98");
        order.setAll((ObjectNode) Shopify.json(TWO_WAYS));
        Receipt receipt = Shopify.receipt(Shopify.read("orders/paid", order.toString()));

        assertThat(receipt.lines().get(1).gross()).isEqualByComparingTo("39.98");
        assertThat(receipt.lines().get(1).taxPercent()).isEqualByComparingTo("25");
        assertThat(receipt.lines().get(1).taxAmount()).isEqualByComparingTo("8.00");
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("139.98");
    }

    @Test
    void freightGivenBackHasTheRateOfItsShippingLine() {
        Receipt receipt =
                Shopify.receipt(Shopify.read("refunds/create", Shopify.json("""
                        {'id': 5, 'order_id': 77, 'created_at': '2026-11-28T14:02:11+01:00', 'refund_line_items': [],
                         'refund_shipping_lines': [{'subtotal_amount_set': {'shop_money': {'amount': '29.99', 'currency_code': 'SEK'}},
                           'tax_amount_set': {'shop_money': {'amount': '6.00', 'currency_code': 'SEK'}},
                           'shipping_line': {'price': '29.99', 'tax_lines': [{'rate': 0.25, 'price': '6.00'}]}}],
                         'transactions': [{'kind': 'refund', 'status': 'success', 'amount': '29.99', 'currency': 'SEK'}]}
                        """).toString()));

        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.taxPercent()).isEqualByComparingTo("25");
            assertThat(line.gross()).isEqualByComparingTo("29.99");
            assertThat(line.taxAmount()).isEqualByComparingTo("6.00");
        });
    }

    /** Its tax stands beside the adjustment or in it: what was paid back tells which. */
    @Test
    void partOfTheFreightGivenBackLeavesTheOtherPart() {
        for (String net : List.of("-19.60", "-24.50")) {
            ObjectNode order = order("149.00", "124.50");
            order.setAll((ObjectNode) Shopify.json("""
                    {'shipping_lines': [{'title': 'Box', 'price': '49.00', 'discount_allocations': [], 'tax_lines': [{'rate': 0.25, 'price': '9.80'}]}],
                     'refunds': [{'id': 7, 'refund_line_items': [],
                       'order_adjustments': [{'kind': 'shipping_refund', 'amount': '%s', 'tax_amount': '-4.90'}],
                       'transactions': [{'kind': 'refund', 'status': 'success', 'amount': '24.50'}]}]}
                    """.formatted(net)));
            PricedReceipt left = Mapped.priced(Shopify.order(Shopify.read("orders/updated", order.toString()))
                    .basket());

            assertThat(left.total()).isEqualByComparingTo("124.50");
            assertThat(left.lines().get(1).tax()).isEqualByComparingTo("4.90");
        }
    }

    @Test
    void piecesThatAnEditTookOffLeaveTheTotalToTheUnit() {
        ObjectNode order = order("3846", "1648");
        order.put("currency", "JPY").put("taxes_included", false);
        order.set("line_items", Shopify.json("""
                [{'id': 1, 'sku': 'A', 'name': 'A', 'quantity': 3, 'current_quantity': 1, 'price': '999', 'discount_allocations': [],
                  'tax_lines': [{'rate': 0.1, 'price': '299'}]},
                 {'id': 2, 'sku': 'B', 'name': 'B', 'quantity': 1, 'current_quantity': 1, 'price': '500', 'discount_allocations': [],
                  'tax_lines': [{'rate': 0.1, 'price': '50'}]}]
                """));
        Mapped read = Shopify.read("orders/paid", order.toString());

        assertThat(Mapped.priced(Shopify.receipt(read)).total()).isEqualByComparingTo("1648");
        assertThat(Mapped.priced(Shopify.order(read).basket()).total()).isEqualByComparingTo("1648");
        assertThat(Shopify.receipt(read).lines().get(0).gross()).isEqualByComparingTo("1098");
    }

    @Test
    void refundInAListNamesWhatItsOrderSold() {
        ObjectNode order = order("100.00", "0.00");
        order.put("financial_status", "refunded");
        order.set("refunds", Shopify.json("""
                [{'id': 7, 'order_id': 9007199254740993, 'created_at': '2026-11-28T14:02:11+01:00',
                  'refund_line_items': [{'line_item_id': 1, 'quantity': 1, 'subtotal': '100.00', 'total_tax': '20.00'}],
                  'transactions': [{'kind': 'refund', 'status': 'success', 'amount': '100.00', 'currency': 'SEK'}]}]
                """));
        Receipt refund = Shopify.plain(Shopify.read(null, "{\"orders\": [" + order + "]}")).stream()
                .filter(Transaction.Sold.class::isInstance)
                .map(each -> ((Transaction.Sold) each).receipt())
                .filter(each -> each.uniqueId().equals("shopify-refund-7"))
                .findFirst()
                .orElseThrow();

        assertThat(refund.lines().get(0).sku()).isEqualTo("A");
        assertThat(refund.lines().get(0).taxPercent()).isEqualByComparingTo("25");
        assertThat(refund.contactKeys()).isEmpty();
    }

    private static ObjectNode order(String total, String now) {
        ObjectNode order = Shopify.resource("order_paid.json");
        order.remove(List.of("total_price_set", "total_tax", "shipping_lines", "discount_applications"));
        order.put("total_price", total).put("current_total_price", now);
        order.set("line_items", Shopify.json("""
                [{'id': 1, 'sku': 'A', 'name': 'A', 'quantity': 1, 'current_quantity': 1, 'price': '100.00', 'discount_allocations': [],
                  'tax_lines': [{'rate': 0.25, 'price': '20.00'}]}]
                """));
        return order;
    }
}
