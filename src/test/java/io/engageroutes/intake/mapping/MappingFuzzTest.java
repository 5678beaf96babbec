package io.engageroutes.intake.mapping;

import static io.engageroutes.intake.mapping.ShippedMappingsTest.resource;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingFuzzTest {

    @Test
    void jsltSurvivesAnything() throws IOException {
        List<byte[]> zettle = new ArrayList<>(List.of(resource("zettle.json")));
        for (String real : List.of("zettle/purchase_example_4.json", "zettle/pusher_PurchaseCreated.body.json")) {
            if (Files.exists(Mapped.sample(real))) {
                zettle.add(Files.readAllBytes(Mapped.sample(real)));
            }
        }
        fuzz(Mapped.json(Mapped.layout("zettle.jslt")), zettle);
        fuzz(Mapped.json(Mapped.layout("sitoo.jslt")), List.of(resource("sitoo.json")));
        fuzz(Mapped.json(Mapped.layout("sap-pos-dm.jslt")), List.of(resource("sap-pos-dm.json")));
    }

    @Test
    void shopsSurviveAnything() throws IOException {
        WooOrder order = new WooOrder(true, true, 2)
                .goods(39_900, 2, 25, 1_000)
                .coupon("HÖST")
                .shipping(4_900, 25)
                .fee("Rabatt", -1_000, 25);
        List<byte[]> seeds = new ArrayList<>(List.of(
                order.toString().getBytes(StandardCharsets.UTF_8),
                ("{\"callback\":" + order + ",\"refunds\":[{\"id\":1,\"amount\":\"9.00\",\"line_items\":[]}]}")
                        .getBytes(StandardCharsets.UTF_8)));
        if (Files.exists(Mapped.sample("woocommerce/order_727_processing.json"))) {
            seeds.add(Files.readAllBytes(Mapped.sample("woocommerce/order_727_processing.json")));
        }
        fuzz(Mapped.json(Mapped.layout("shop/woocommerce.jslt")), seeds);
        fuzz(
                Mapped.json(Mapped.layout("shop/bigcommerce.jslt")),
                List.of(BigCommerceTest.document(14, "", BigCommerceTest.refund("90", "{\"item_type\": \"SHIPPING\"}"))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shopifySurvivesAnything() throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(
                ("{\"orders\": [" + Shopify.resource("order_paid.json") + "]}").getBytes(StandardCharsets.UTF_8)));
        for (String real : List.of(
                "shopify/refunds_create_CAD_2024_pos_10pct_one_line.redacted.json",
                "shopify/orders_paid_test_notification.raw-body.json")) {
            if (Files.exists(Mapped.sample(real))) {
                seeds.add(Files.readAllBytes(Mapped.sample(real)));
            }
        }
        fuzz(Mapped.json(Mapped.layout("shop/shopify.jslt")), seeds);
    }

    @Test
    void xsltSurvivesAnything() throws IOException {
        fuzz(MappedXmlFormat.read(Mapped.layout("sap-pos-dm.xslt")), List.of(resource("sap-pos-dm.xml")));
    }

    @Test
    void canonicalXmlSurvivesAnything() {
        fuzz(new CanonicalXmlFormat(), List.of(resource("receipt.xml")));
    }

    private static void fuzz(DocumentFormat format, List<byte[]> seeds) {
        new Fuzz(format, Mapped.SOURCE, seeds).run();
    }
}
