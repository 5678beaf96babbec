package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.contact.Contact;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads Shopify's payloads by the shipped mapping, with a topic and with other values. */
final class Shopify {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final MappedJsonFormat USUAL = Mapped.json(Mapped.layout("shop/shopify.jslt"));

    private Shopify() {}

    static Mapped read(String topic, String document) {
        return read(USUAL, topic, document);
    }

    static Mapped read(MappedJsonFormat mapping, String topic, String document) {
        Source source =
                new Source("shopify", Mapped.STORES, null, null, topic == null ? Map.of() : Map.of("topic", topic));
        return Mapped.read(mapping, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), source);
    }

    /** The mapping with the settings of a shop of its own. */
    static MappedJsonFormat with(Path folder, String values) {
        try {
            for (String file : List.of("shopify.jslt", "shopify.jslt.yaml")) {
                Files.copy(
                        Mapped.layout("shop/" + file),
                        Files.createDirectories(folder.resolve("shop")).resolve(file));
            }
            Files.writeString(folder.resolve("own.jslt.yaml"), "extends: shop/shopify\nvalues: {" + values + "}\n");
            return MappedJsonFormat.read(folder.resolve("own.jslt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode resource(String name) {
        try (InputStream in = Shopify.class.getResourceAsStream("/shopify/" + name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receipt receipt(Mapped read) {
        return ((Transaction.Sold) plain(read).stream()
                        .filter(Transaction.Sold.class::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no receipt: " + read)))
                .receipt();
    }

    static Order order(Mapped read) {
        return ((Transaction.Ordered) plain(read).stream()
                        .filter(Transaction.Ordered.class::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no order: " + read)))
                .order();
    }

    static Contact contact(Mapped read) {
        return ((Transaction.Registered) plain(read).get(0)).contact();
    }

    static String reason(Mapped read) {
        return ((Transaction.NonSale) plain(read).get(0)).reason();
    }

    /** Without the running numbers. */
    static List<Transaction> plain(Mapped read) {
        return read.transactions().stream()
                .map(each -> each instanceof Transaction.Numbered numbered ? numbered.transaction() : each)
                .toList();
    }
}
