package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.contact.Contact;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopifyRefundTest {

    private static final String REFUND = "refunds/create";

    /** One of two shirts at 249.00 less 35.00, VAT inside; the money is said by the test. */
    private static ObjectNode refund(String amount) {
        return (ObjectNode) Shopify.json("""
                {'id': 975, 'order_id': 9007199254740993, 'created_at': '2026-11-22T10:00:00+01:00', 'order_adjustments': [],
                 'refund_line_items': [{'line_item_id': 11, 'quantity': 1, 'subtotal': 214.00, 'total_tax': 42.80,
                   'subtotal_set': {'shop_money': {'amount': '214.00', 'currency_code': 'SEK'}, 'presentment_money': {'amount': '21.40', 'currency_code': 'EUR'}},
                   'line_item': {'id': 11, 'sku': 'A-1', 'name': 'Shirt - M', 'quantity': 2, 'price': '249.00', 'tax_lines': [{'rate': 0.25, 'price': '85.60'}]}}],
                 'transactions': [{'id': 1, 'kind': 'refund', 'status': 'success', 'gateway': 'shopify_payments', 'amount': '%s', 'currency': 'SEK'}]}""".formatted(amount));
    }

    private static PricedReceipt priced(Mapped read) {
        return Mapped.priced(Shopify.receipt(read));
    }

    @Test
    void refundedLineIsAReturnWhoseContactTheOrderKnows() {
        Mapped read = Shopify.read(REFUND, refund("214.00").toString());
        Receipt receipt = Shopify.receipt(read);
        assertThat(receipt.uniqueId()).isEqualTo("shopify-refund-975");
        assertThat(receipt.contactKeys()).isEmpty();
        assertThat(((Transaction.Sold) read.transactions().get(0)).contactOf()).isEqualTo("shopify-9007199254740993");
        assertThat(receipt.lines().get(0).type()).isEqualTo(LineType.RETURN);
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("25");
        assertThat(priced(read).total()).isEqualByComparingTo("-214.00");
    }

    @Test
    void refundWithItsOrderKnowsWhoAndWhere() {
        Mapped read = Shopify.read(
                null, "{\"refund\": " + refund("214.00") + ", \"order\": " + Shopify.resource("order_paid.json") + "}");
        assertThat(Shopify.receipt(read).contactKeys().get(0).value()).isEqualTo("anna@example.com");
        assertThat(((Transaction.Sold) read.transactions().get(0)).contactOf()).isNull();
        assertThat(priced(read).total()).isEqualByComparingTo("-214.00");
    }

    @Test
    void unequalRefundIsSpreadOrALineOrParked(@TempDir Path adjust, @TempDir Path park) {
        for (String given : new String[] {"200.00", "230.01"}) {
            PricedReceipt spread = priced(Shopify.read(REFUND, refund(given).toString()));
            assertThat(spread.total()).isEqualByComparingTo("-" + given);
            assertThat(spread.lines()).hasSize(1);
        }
        MappedJsonFormat adjusting = Shopify.with(adjust, "unequalRefund: adjust");
        for (String given : new String[] {"200.00", "230.01"}) {
            Mapped read = Shopify.read(adjusting, REFUND, refund(given).toString());
            assertThat(Shopify.receipt(read).lines()).hasSize(2);
            assertThat(priced(read).total()).isEqualByComparingTo("-" + given);
        }
        Mapped parked = Shopify.read(
                Shopify.with(park, "unequalRefund: park"),
                REFUND,
                refund("200.00").toString());
        assertThat(parked.rejected().faults().get(0).code()).isEqualTo("refund-unequal");
        assertThat(parked.rejected().faults().get(0).value()).isEqualTo("200.00");
        assertThat(parked.rejected().faults().get(0).rule()).contains("214.00", "SEK", "975", "9007199254740993");
    }

    @Test
    void amountWithoutLinesIsALineOfItsOwn() {
        ObjectNode refund = refund("50.00");
        refund.putArray("refund_line_items");
        refund.set(
                "order_adjustments",
                Shopify.json("[{'kind': 'refund_discrepancy', 'amount': '-50.00', 'tax_amount': '0.00'}]"));
        Receipt receipt = Shopify.receipt(Shopify.read(REFUND, refund.toString()));
        assertThat(receipt.lines()).hasSize(1);
        assertThat(receipt.lines().get(0).kind()).isEqualTo(LineKind.OTHER);
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("-50.00");
    }

    @Test
    void restockedLineThatCostsNothingIsNamedAndGivesNothing() {
        ObjectNode refund = refund("50.00");
        ((ObjectNode) refund.get("refund_line_items").get(0))
                .put("subtotal", "0.00")
                .put("total_tax", "0.00")
                .remove("subtotal_set");
        Receipt receipt = Shopify.receipt(Shopify.read(REFUND, refund.toString()));
        assertThat(receipt.lines()).hasSize(2);
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("-50.00");
    }

    @Test
    void freightGoesBackHoweverShopifyWritesIt() {
        for (String freight : new String[] {
            "{'order_adjustments': [{'kind': 'shipping_refund', 'amount': '-47.20', 'tax_amount': '-11.80'}]}",
            "{'order_adjustments': [{'kind': 'shipping_refund', 'amount': '-59.00', 'tax_amount': '-11.80'}]}",
            "{'refund_shipping_lines': [{'subtotal_amount_set': {'shop_money': {'amount': '59.00'}}, 'tax_amount_set': {'shop_money': {'amount': '11.80'}}}],"
                    + " 'order_adjustments': [{'kind': 'shipping_refund', 'amount': '-59.00', 'tax_amount': '-11.80'}]}"
        }) {
            ObjectNode refund = refund("273.00");
            refund.setAll((ObjectNode) Shopify.json(freight));
            Receipt receipt = Shopify.receipt(Shopify.read(REFUND, refund.toString()));
            assertThat(receipt.lines().get(1).kind()).isEqualTo(LineKind.FREIGHT);
            assertThat(receipt.lines().get(1).gross()).isEqualByComparingTo("59.00");
            assertThat(Mapped.priced(receipt).lines().get(1).tax()).isEqualByComparingTo("11.80");
            assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("-273.00");
        }
    }

    @Test
    void onlyMoneyThatWentBackCounts() {
        ObjectNode failed = refund("214.00");
        ((ObjectNode) failed.get("transactions").get(0)).put("status", "failure");
        assertThat(Shopify.reason(Shopify.read(REFUND, failed.toString()))).isEqualTo("no-money-returned");
        ObjectNode pending = refund("214.00");
        ((ObjectNode) pending.get("transactions").get(0)).put("status", "pending");
        assertThat(Shopify.read(REFUND, pending.toString())
                        .rejected()
                        .faults()
                        .get(0)
                        .code())
                .isEqualTo("refund-pending");
        ObjectNode released = refund("214.00");
        ((ObjectNode) released.get("transactions").get(0)).put("kind", "void");
        assertThat(Shopify.reason(Shopify.read(REFUND, released.toString()))).isEqualTo("no-money-returned");
    }

    @Test
    void customersCurrencyIsAValue(@TempDir Path folder) {
        ObjectNode refund = refund("214.00");
        ((ObjectNode) refund.get("refund_line_items").get(0))
                .set("total_tax_set", Shopify.json("{'presentment_money': {'amount': '4.28'}}"));
        ((ObjectNode) refund.get("transactions").get(0)).put("currency", "SEK");
        Receipt receipt =
                Shopify.receipt(Shopify.read(Shopify.with(folder, "money: presentment"), REFUND, refund.toString()));
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("-21.40");
    }

    @Test
    void orderShowsWhatIsLeft() {
        ObjectNode order = Shopify.resource("order_paid.json")
                .put("current_total_price", "273.00")
                .put("financial_status", "partially_refunded");
        order.putArray("refunds").add(refund("214.00"));
        Mapped updated = Shopify.read("orders/updated", order.toString());
        assertThat(Shopify.order(updated).basket().lines().get(0).quantity()).isEqualByComparingTo("1");
        assertThat(Mapped.priced(Shopify.order(updated).basket()).total()).isEqualByComparingTo("273.00");
        Mapped listed = Shopify.read(null, "{\"orders\": [" + order + "]}");
        assertThat(listed.transactions()).hasSize(3);
        assertThat(Mapped.priced(Shopify.receipt(listed)).total()).isEqualByComparingTo("487.00");
        Receipt called = Shopify.receipt(Shopify.read(REFUND, refund("214.00").toString()));
        assertThat(listed.receipts()).containsExactly(called);
    }

    @Test
    void realRefundHasTaxOnTop() throws IOException {
        Path sample = Mapped.sample("shopify/refunds_create_CAD_2024_pos_10pct_one_line.redacted.json");
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        Mapped read = Shopify.read(REFUND, Files.readString(sample));
        Receipt receipt = Shopify.receipt(read);
        assertThat(receipt.lines().get(0).quantity()).isEqualByComparingTo("4");
        assertThat(receipt.lines().get(0).gross()).isEqualByComparingTo("161.25");
        assertThat(receipt.lines().get(0).taxAmount()).isEqualByComparingTo("17.28");
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo(new BigDecimal("12"));
        assertThat(receipt.currency()).isEqualTo("CAD");
        assertThat(priced(read).total()).isEqualByComparingTo("-161.25");
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("credit_card", "Mastercard", "txn_", "address1", "Dugald");
    }

    @Test
    void realTestNotificationIsNeverDelivered() throws IOException {
        Path sample = Mapped.sample("shopify/orders_paid_test_notification.raw-body.json");
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        Mapped read = Shopify.read("orders/paid", Files.readString(sample));
        assertThat(read.transactions()).hasSize(1);
        assertThat(Shopify.reason(read)).isEqualTo("test-order");
    }

    @Test
    void customerIsAContactWithWhatIsFilled() {
        Contact contact = Shopify.contact(Shopify.read("customers/update", """
                {"id": 77, "email": "anna@example.com", "first_name": "Anna", "last_name": "", "phone": null, "updated_at": "2026-11-20T10:00:00+01:00",
                 "default_address": {"address1": "Storgatan 1", "city": "Lund", "zip": "222 22", "country_code": "SE"}, "note": "likes blue",
                 "email_marketing_consent": {"state": "subscribed"}, "sms_marketing_consent": {"state": "unsubscribed"}}"""));
        assertThat(contact.attributes()).containsOnlyKeys("firstName", "email", "city", "zipCode", "countryCode");
        assertThat(contact.preferences()).containsOnlyKeys("acceptsEmail").containsEntry("acceptsEmail", true);
        Contact consent = Shopify.contact(Shopify.read("customers_email_marketing_consent/update", """
                {"customer_id": 77, "email_address": "anna@example.com", "email_marketing_consent":
                 {"state": "subscribed", "opt_in_level": null, "consent_updated_at": "2026-11-20T10:00:00+01:00"}}"""));
        assertThat(consent.preferences()).containsEntry("acceptsEmail", true);
        assertThat(consent.changedAt()).hasToString("2026-11-20T10:00+01:00");
    }
}
