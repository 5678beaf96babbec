package io.engageroutes.intake.mapping;

import static io.engageroutes.intake.mapping.ShippedMappingsTest.resource;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Fuzz;
import java.io.IOException;
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
    void shopifySurvivesAnything() throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(("{\"orders\": [" + Shopify.resource("order_paid.json") + "]}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
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
