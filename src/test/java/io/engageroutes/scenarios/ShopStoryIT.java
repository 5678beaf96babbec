package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the CRM knows in the end of an order that was bought, sent, partly refunded, and called back about more than once. */
class ShopStoryIT {

    private static final long ORDER = 9_007_199_254_740_993L; // the first whole number that a double does not hold
    private static final String ORDER_ID = "shopify-" + ORDER;
    private static final String EMAIL = "alma.ek@example.org"; // one of the sandbox's contacts

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, ShopStoryIT.class);
        simulator = application.simulator();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void onePurchaseOneReturnOneOrderAndTwoActionsWhateverIsRepeated() {
        ShopifyShop shop = new ShopifyShop(application);
        for (String delivery : new String[] {"first", "again"}) {
            call(shop, "orders/create", delivery, ShopifyShop.paid(ORDER, 1001, EMAIL));
            call(shop, "orders/paid", delivery, ShopifyShop.paid(ORDER, 1001, EMAIL));
            call(shop, "orders/paid", "first", ShopifyShop.paid(ORDER, 1001, EMAIL));
        }
        eventually().until(() -> simulator.json("actions").size() == 1);
        for (String delivery : new String[] {"first", "again"}) {
            call(shop, "orders/fulfilled", delivery, ShopifyShop.fulfilled(ORDER, 1001, EMAIL));
        }
        eventually().until(() -> simulator.json("actions").size() == 2);
        for (String delivery : new String[] {"first", "again"}) {
            call(shop, "refunds/create", delivery, ShopifyShop.refund(ORDER));
            call(shop, "orders/paid", "late-" + delivery, ShopifyShop.paid(ORDER, 1001, EMAIL));
        }
        eventually().until(() -> simulator.receipts().size() == 2);
        eventually().until(application::isSettled);

        Map<String, JsonNode> receipts = simulator.receipts();
        JsonNode sale = receipts.get(ORDER_ID);
        assertThat(sale.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("886.00");
        assertThat(sale.get("contact").get("matchKey").asText()).isEqualTo(EMAIL);
        JsonNode refund = receipts.values().stream()
                .filter(receipt -> receipt != sale)
                .findFirst()
                .orElseThrow();
        assertThat(refund.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("-279.00");
        assertThat(refund.get("contact").get("matchKey").asText()).isEqualTo(EMAIL);
        assertThat(refund.get("items")).hasSize(1);
        assertThat(refund.get("items").get(0).get("quantity").decimalValue()).isEqualByComparingTo("-1");
        assertThat(simulator.stats().get("duplicates").asInt()).isZero();
        assertThat(simulator.json("orders"))
                .singleElement()
                .satisfies(order -> assertThat(order.get("orderId").asText()).isEqualTo(ORDER_ID));
        assertThat(simulator.json("actions"))
                .extracting(action -> action.get("action").asText())
                .containsExactly("ConfirmOrder", "ConfirmShipment");
        assertThat(application.count("select count(*) from dead_letter")).isZero();
        application.assertThatTheAccountsAddUp();
    }

    private static void call(ShopifyShop shop, String topic, String delivery, String body) {
        assertThat(shop.callBack(topic, topic + "-" + delivery, body).statusCode())
                .isEqualTo(202);
    }
}
