package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was fetched for a callback of BigCommerce. */
class BigCommerceTest {

    private static final MappedJsonFormat BIG = Mapped.json(Mapped.layout("shop/bigcommerce.jslt"));

    static String document(int status, String more, String refunds) {
        return """
                {"callback": {"scope": "store/order/created", "data": {"type": "order", "id": 250}},
                 "order": {"id": 250, "status_id": %d, "status": "Awaiting Fulfillment", "currency_code": "SEK", "customer_id": 0,
                  "date_created": "Tue, 03 Nov 2026 13:00:00 +0000", "date_modified": "Tue, 03 Nov 2026 14:00:00 +0000",
                  "total_inc_tax": "229.0000", "total_tax": "45.8000", "payment_method": "Klarna", "discount_amount": "20.0000",
                  "shipping_cost_inc_tax": "49.0000", "shipping_cost_ex_tax": "39.2000", "store_credit_amount": "29.0000",
                  "gift_certificate_amount": "0.0000", "coupon_discount": "0.0000", "is_deleted": false,
                  "billing_address": {"first_name": "Alma", "street_1": "Storgatan 1", "email": "alma.ek@example.org"} %s},
                 "products": [{"id": 7, "product_id": 93, "variant_id": 5, "sku": "A-1", "name": "Shirt", "quantity": 2,
                  "total_inc_tax": "200.0000", "total_tax": "40.0000", "type": "physical"}],
                 "refunds": {"data": [%s]}}""".formatted(status, more, refunds);
    }

    static String refund(String amount, String items) {
        return """
                {"id": 9, "created": "2026-11-05T09:00:00+00:00", "total_amount": %s, "items": [%s]}""".formatted(amount, items);
    }

    @Test
    void realCallbackNamesAnOrderThatIsToBeFetched() throws IOException {
        Path sample = Mapped.sample("bigcommerce/store_order_created.json");
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        assertThat(Mapped.read(BIG, Files.readAllBytes(sample)).faultsInShort())
                .containsExactly("order-not-fetched order.id");
    }

    @Test
    void orderIsAReceiptWithItsFreightDiscountAndStoreCredit() {
        Mapped read = Mapped.read(BIG, document(11, "", ""));
        Receipt receipt = read.receipts().get(0);
        PricedReceipt priced = Mapped.priced(receipt);
        assertThat(priced.total()).isEqualByComparingTo("229");
        assertThat(WooCommercePropertiesTest.sum(priced)).isEqualByComparingTo("229");
        assertThat(priced.lines())
                .allSatisfy(line -> assertThat(line.taxPercent()).isEqualByComparingTo("25"));
        assertThat(receipt.tenders())
                .extracting(tender -> tender.type() + " " + tender.amount().intValueExact())
                .containsExactly("storecredit 29", "Klarna 200");
        assertThat(receipt.occurredAt()).hasToString("2026-11-03T13:00Z");
        assertThat(((Transaction.Ordered) read.transactions().get(1))
                        .order()
                        .action()
                        .name())
                .isEqualTo("order-confirmed");
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("Alma", "Storgatan");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "6"})
    void orderThatIsNotPaidIsNoReceipt(int status) {
        assertThat(Mapped.read(BIG, document(status, "", "")).transactions())
                .singleElement()
                .isInstanceOf(Transaction.NonSale.class);
    }

    @ParameterizedTest
    @CsvSource({"100,1,100", "90,1,90", "130,2,100"})
    void refundIsAReturnOfItsItems(String amount, int lines, String article) {
        String json = document(14, "", refund(amount, "{\"item_type\": \"PRODUCT\", \"item_id\": 7, \"quantity\": 1}"));
        List<Receipt> receipts = Mapped.read(BIG, json).receipts();
        assertThat(receipts).hasSize(2);
        PricedReceipt priced = Mapped.priced(receipts.get(1));
        assertThat(receipts.get(1).uniqueId()).isEqualTo("till-refund-9");
        assertThat(priced.total()).isEqualByComparingTo("-" + amount);
        assertThat(priced.lines()).hasSize(lines).allMatch(line -> line.line().type() == LineType.RETURN);
        assertThat(priced.lines().get(0).paid()).isEqualByComparingTo(article);
    }
}
