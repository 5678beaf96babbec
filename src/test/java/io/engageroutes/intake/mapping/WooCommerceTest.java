package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.contact.Contact;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WooCommerce's webhooks become. */
class WooCommerceTest {

    static final MappedJsonFormat WOO = Mapped.json(Mapped.layout("shop/woocommerce.jslt"));

    private static final StoreRegister STORES =
            new StoreRegister(List.of(new Store("WEB", "Web", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));

    @TempDir
    private Path folder;

    /** The shipped mapping with other values. */
    private MappedJsonFormat with(String... values) {
        try {
            String settings = Files.readString(Mapped.layout("shop/woocommerce.jslt.yaml"));
            for (String value : values) {
                String key = value.substring(0, value.indexOf(':'));
                String changed = settings.replaceFirst("(?m)^  " + key + ":.*$", "  " + value);
                assertThat(settings).contains("\n  " + key + ":");
                settings = changed;
            }
            return Mapped.json(folder, Files.readString(Mapped.layout("shop/woocommerce.jslt")), settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Mapped read(MappedJsonFormat format, String topic, Object document) {
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> envelope = topic == null ? Map.of() : Map.of("topic", topic);
        return Mapped.read(format, new ByteArrayInputStream(bytes), new Source("shop", STORES, null, null, envelope));
    }

    private static WooOrder order() {
        return new WooOrder(true, false, 2)
                .goods(39_900, 2, 25, 0)
                .goods(18_900, 1, 6, 0)
                .shipping(4_900, 25);
    }

    private static Order only(Mapped read) {
        return read.transactions().stream()
                .filter(Transaction.Ordered.class::isInstance)
                .map(each -> ((Transaction.Ordered) each).order())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order: " + read));
    }

    private static String reason(Mapped read) {
        return ((Transaction.NonSale) read.transactions().get(0)).reason();
    }

    private static List<String> rejected(Mapped read) {
        return read.transactions().stream()
                .filter(Transaction.Rejected.class::isInstance)
                .flatMap(each -> ((Transaction.Rejected) each).faults().stream())
                .map(fault -> fault.code())
                .toList();
    }

    private static String refunded(WooOrder order, String... refunds) {
        return "{\"callback\": " + order + ", \"refunds\": [" + String.join(",", refunds) + "]}";
    }

    private static String refund(String amount, String rows) {
        return """
                {"id": 4801, "date_created": "2026-11-07T10:00:00", "date_created_gmt": "2026-11-07T09:00:00",
                 "amount": "%s", "reason": "Too small", "line_items": [%s]}""".formatted(amount, rows);
    }

    private static String row(int pieces, String total, String tax, int rate) {
        return """
                {"name": "Shirt", "product_id": 93, "variation_id": 0, "sku": "A-1", "quantity": %d, "total": "%s",
                 "total_tax": "%s", "taxes": [{"id": %d, "total": "%s"}]}""".formatted(pieces, total, tax, rate, tax);
    }

    @Test
    void realOrderHasItsAmountsItsOffsetAndNoAddress() throws IOException {
        Path sample = Mapped.sample("woocommerce/order_727_processing.json");
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        Mapped read = read(WOO, "order.updated", Files.readString(sample));

        Receipt receipt = read.receipts().get(0);
        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("6.45", "12.90", "10.00");
        assertThat(receipt.lines()).extracting(Line::kind).endsWith(LineKind.FREIGHT);
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("29.35");
        assertThat(receipt.occurredAt()).hasToString("2017-03-22T16:28:08-03:00");
        assertThat(receipt.contactKeys().get(0).value()).isEqualTo("john.doe@example.com");
        assertThat(receipt.lines().get(1).articleName()).isEqualTo("Ship Your Idea – Color: Black, Size: M Test");
        Order order = only(read);
        assertThat(order.orderId()).isEqualTo("shop-727");
        assertThat(order.status()).isEqualTo("InProgress");
        assertThat(order.action().name()).isEqualTo("order-confirmed");
        assertThat(order.changedAt()).hasToString("2017-03-22T16:28:08-03:00");
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("Doe", "969 Market", "94103", "wc_order_58d2d042d1d");
    }

    @ParameterizedTest
    @CsvSource({"pending,order-pending", "failed,order-failed", "wc-packing,order-packing", "Odd one!,order-other"})
    void whatIsNotPaidIsNoReceiptYet(String status, String reason) {
        Mapped read = read(WOO, "order.updated", order().status(status));
        assertThat(reason(read)).isEqualTo(reason);
        assertThat(read.transactions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order.deleted|{\"id\": 727}|order-deleted",
                "customer.deleted|{\"id\": 7}|customer-deleted",
                "product.updated|{\"id\": 7, \"sku\": \"A\"}|other-topic",
                "|{\"webhook_id\": 3}|ping",
                "|{\"id\": 727}|deleted"
            })
    void whatIsNoOrderAtAllIsCounted(String topic, String document, String reason) {
        assertThat(reason(read(WOO, topic, document))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"order.updated", "order.created", "order.restored", "order.unknown", ","})
    void orderIsReadByItsTopicAndByItsShapeAlone(String topic) {
        assertThat(read(WOO, topic, order()).receipts()).hasSize(1);
    }

    @Test
    void whatHasNoOrderInItIsRejected() {
        assertThat(rejected(read(WOO, "order.updated", "{\"id\": 5, \"amount\": \"10.00\", \"reason\": \"\"}")))
                .containsExactly("not-an-order");
    }

    @Test
    void receiptOfTheSameOrderIsTheSameWhateverHappensLater() {
        Receipt processing = read(WOO, "order.updated", order()).receipts().get(0);
        WooOrder later = order().status("completed").with("date_completed", "\"2026-11-06T08:00:00\"");
        later.with("refunds", "[]").with("date_modified", "\"2026-11-06T08:00:00\"");
        assertThat(read(WOO, "order.updated", later).receipts()).containsExactly(processing);
    }

    @Test
    void statusesAreToldToTheCustomerOnce() {
        assertThat(only(read(WOO, "order.updated", order().status("completed")))
                        .action()
                        .name())
                .isEqualTo("shipped");
        assertThat(only(read(WOO, "order.updated", order().status("cancelled")))
                        .action()
                        .name())
                .isEqualTo("cancelled");
        assertThat(only(read(WOO, "order.updated", order().status("on-hold"))).action())
                .isNull();
    }

    @Test
    void couponIsTheDiscountOfItsLines() {
        WooOrder order =
                new WooOrder(true, false, 2).goods(10_000, 2, 25, 5_000).coupon("HÖST25");
        Receipt receipt = read(WOO, "order.updated", order).receipts().get(0);
        Line line = receipt.lines().get(0);
        assertThat(line.gross()).isEqualByComparingTo("150");
        assertThat(line.unitPrice()).isEqualByComparingTo("100");
        assertThat(line.discounts().get(0).type()).isEqualTo("HÖST25");
        assertThat(line.discounts().get(0).amount()).isEqualByComparingTo("50");
    }

    @Test
    void freeOrderIsAReceiptWithoutPayment() {
        WooOrder order =
                new WooOrder(true, false, 2).goods(10_000, 1, 25, 10_000).coupon("GRATIS");
        order.with("payment_method", "\"\"").with("payment_method_title", "\"\"");
        Receipt receipt = read(WOO, "order.updated", order).receipts().get(0);
        assertThat(receipt.tenders()).isEmpty();
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gift_cards|[{\"code\": \"G\", \"amount\": \"30.00\"}]",
                "pw_gift_cards_redeemed|[{\"number\": \"G\", \"amount\": 30}]",
                "meta_data|[{\"key\": \"_ywgc_applied_gift_cards_totals\", \"value\": \"30\"}]"
            })
    void giftCardPaysAndIsNoDiscount(String field, String value) {
        WooOrder order = new WooOrder(true, false, 2).goods(10_000, 1, 25, 0);
        String json = order.with(field, value).toString().replace("\"total\":\"100.00\"", "\"total\":\"70.00\"");
        Receipt receipt = read(WOO, "order.updated", json).receipts().get(0);
        assertThat(receipt.total()).isEqualByComparingTo("100");
        assertThat(receipt.tenders())
                .extracting(tender -> tender.type() + " "
                        + tender.amount().stripTrailingZeros().toPlainString())
                .containsExactly("giftcard 30", "klarna_payments 70");
        assertThat(Mapped.priced(receipt).lines().get(0).paid()).isEqualByComparingTo("100");
    }

    @Test
    void giftCardThatTheTotalContainsIsNotCountedTwice() {
        WooOrder order = new WooOrder(true, false, 2).goods(10_000, 1, 25, 0);
        order.with("gift_cards", "[{\"code\": \"G\", \"amount\": \"30.00\"}]");
        Receipt receipt = read(WOO, "order.updated", order).receipts().get(0);
        assertThat(receipt.total()).isEqualByComparingTo("100");
        assertThat(receipt.tenders())
                .extracting(tender -> tender.amount().intValueExact())
                .containsExactly(30, 70);
    }

    @Test
    void walletThatIsANegativeFeePaysWhereTheValueSaysSo() {
        WooOrder order = new WooOrder(true, false, 2).goods(10_000, 1, 25, 0).fee("Via wallet", -3_000, 0);
        Receipt receipt = read(with("giftCardFees: [Via wallet]"), "order.updated", order)
                .receipts()
                .get(0);
        assertThat(receipt.basketDiscounts()).isEmpty();
        assertThat(Mapped.priced(receipt).lines().get(0).paid()).isEqualByComparingTo("100");
        Receipt discounted = read(WOO, "order.updated", order).receipts().get(0);
        assertThat(Mapped.priced(discounted).lines().get(0).paid()).isEqualByComparingTo("70");
    }

    @Test
    void fetchedRefundIsAReturnOfItsRows() {
        Mapped read = read(WOO, "order.updated", refunded(order(), refund("399.00", row(-1, "-319.20", "-79.80", 25))));
        Receipt refund = read.receipts().get(1);
        assertThat(refund.uniqueId()).isEqualTo("shop-refund-4801");
        assertThat(refund.occurredAt()).hasToString("2026-11-07T10:00+01:00");
        assertThat(refund.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo(LineType.RETURN);
            assertThat(line.sku()).isEqualTo("A-1");
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.taxPercent()).isEqualByComparingTo("25");
        });
        PricedReceipt priced = Mapped.priced(refund);
        assertThat(priced.total()).isEqualByComparingTo("-399");
        assertThat(priced.lines().get(0).tax()).isEqualByComparingTo("79.80");
    }

    @ParameterizedTest
    @CsvSource({
        "spread,350.00,1,350.00",
        "adjust,350.00,2,399.00",
        "spread,450.00,2,399.00",
        "adjust,450.00,2,399.00",
    })
    void refundThatIsNotItsRowsIsMadeToFit(String rule, String amount, int lines, String article) {
        String document = refunded(order(), refund(amount, row(-1, "-319.20", "-79.80", 25)));
        Receipt refund = read(with("unequalRefund: " + rule), "order.updated", document)
                .receipts()
                .get(1);
        PricedReceipt priced = Mapped.priced(refund);
        assertThat(priced.total()).isEqualByComparingTo(new BigDecimal(amount).negate());
        assertThat(WooCommercePropertiesTest.sum(priced)).isEqualByComparingTo(priced.total());
        assertThat(priced.lines()).hasSize(lines);
        assertThat(priced.lines().get(0).paid()).isEqualByComparingTo(article);
        assertThat(priced.lines())
                .allSatisfy(line -> assertThat(line.taxPercent()).isEqualByComparingTo("25"));
    }

    @Test
    void unequalRefundIsParkedWhereTheValueSaysSo() {
        String document = refunded(order(), refund("350.00", row(-1, "-319.20", "-79.80", 25)));
        assertThat(rejected(read(with("unequalRefund: park"), "order.updated", document)))
                .containsExactly("refund-unequal");
    }

    @Test
    void refundOfAnAmountAloneHasTheRateThatTheOrderComesTo() {
        Receipt refund = read(WOO, "order.updated", refunded(order(), refund("100.00", "")))
                .receipts()
                .get(1);
        assertThat(refund.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(LineKind.OTHER);
            assertThat(line.gross()).isEqualByComparingTo("100");
            assertThat(line.taxPercent()).isBetween(new BigDecimal("19"), new BigDecimal("25"));
        });
        assertThat(Mapped.priced(refund).total()).isEqualByComparingTo("-100");
    }

    @Test
    void refundThatWasNotFetchedIsNotGuessed() {
        WooOrder order = order().with("refunds", "[{\"id\": 4801, \"reason\": \"x\", \"total\": \"-100.00\"}]");
        assertThat(rejected(read(WOO, "order.updated", order))).containsExactly("refund-not-fetched");
        Receipt refund =
                read(with("refunds: adjust"), "order.updated", order).receipts().get(1);
        assertThat(Mapped.priced(refund).total()).isEqualByComparingTo("-100");
    }

    @Test
    void refundOfNothingAndOfWhatWasNeverPaidIsNoReturn() {
        Mapped nothing = read(WOO, "order.updated", refunded(order(), refund("0.00", "")));
        assertThat(nothing.receipts()).hasSize(1);
        WooOrder unpaid = order().status("cancelled").with("date_paid", "null").with("date_paid_gmt", "null");
        unpaid.with("refunds", "[{\"id\": 4801, \"reason\": \"x\", \"total\": \"-100.00\"}]");
        assertThat(rejected(read(WOO, "order.updated", unpaid))).isEmpty();
    }

    @Test
    void shopOnUtcGetsTheStoresOwnTime() {
        WooOrder order =
                order().with("date_paid", "\"2026-07-01T12:00:00\"").with("date_paid_gmt", "\"2026-07-01T12:00:00\"");
        assertThat(read(WOO, "order.updated", order).receipts().get(0).occurredAt())
                .hasToString("2026-07-01T14:00+02:00");
        order.with("date_paid_gmt", "null");
        assertThat(read(WOO, "order.updated", order).receipts().get(0).occurredAt())
                .hasToString("2026-07-01T12:00+02:00");
        order.with("date_paid", "\"2026-07-01T17:45:00\"").with("date_paid_gmt", "\"2026-07-01T12:00:00\"");
        assertThat(read(WOO, "order.updated", order).receipts().get(0).occurredAt())
                .hasToString("2026-07-01T17:45+05:45");
    }

    @Test
    void idsAreExact() {
        WooOrder order = order().with("id", "9007199254740993");
        assertThat(read(WOO, "order.updated", order).receipts().get(0).uniqueId())
                .isEqualTo("shop-9007199254740993");
    }

    @Test
    void taxesThatAddUpAndTaxOnTaxAreBothRight() {
        String order = order().toString();
        assertThat(order).contains("rate_percent");
        String old = order.replaceAll("\"rate_percent\":[0-9]+,", "");
        Receipt receipt = read(WOO, "order.updated", old).receipts().get(0);
        assertThat(receipt.lines())
                .extracting(line -> line.taxPercent().stripTrailingZeros().toPlainString())
                .containsExactly("25", "6", "25");
    }

    @Test
    void runningNumbersAreSeenWhereTheValueSaysSo() {
        assertThat(read(WOO, "order.updated", order()).transactions())
                .noneMatch(Transaction.Numbered.class::isInstance);
        assertThat(read(with("gapReport: \"true\""), "order.updated", order())
                        .transactions()
                        .get(0))
                .isInstanceOfSatisfying(Transaction.Numbered.class, each -> assertThat(each.number())
                        .isEqualTo("1005"));
    }

    @Test
    void customerIsAContactAndStaffIsNot() {
        String customer = """
                {"id": 12, "date_created": "2026-11-05T20:14:09", "date_created_gmt": "2026-11-05T19:14:09",
                 "date_modified": null, "date_modified_gmt": null, "email": "alma.ek@example.org", "first_name": "Alma",
                 "last_name": "", "role": "%s", "billing": {"country": "SE", "phone": "", "address_1": "Storgatan 1"},
                 "meta_data": [{"id": 1, "key": "newsletter", "value": "1"}]}""";
        Mapped read = read(
                with("preferences: [newsletter=acceptsEmail]"), "customer.updated", customer.formatted("customer"));
        Contact contact = ((Transaction.Registered) read.transactions().get(0)).contact();
        assertThat(contact.attributes())
                .isEqualTo(Map.of("firstName", "Alma", "countryCode", "SE", "email", "alma.ek@example.org"));
        assertThat(contact.preferences()).isEqualTo(Map.of("acceptsEmail", true));
        assertThat(contact.changedAt()).hasToString("2026-11-05T20:14:09+01:00");
        assertThat(reason(read(WOO, "customer.updated", customer.formatted("shop_manager"))))
                .isEqualTo("no-customer");
    }
}
