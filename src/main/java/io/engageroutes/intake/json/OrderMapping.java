package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Action;
import io.engageroutes.order.Article;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes a transaction of one canonical order; the fields are those of {@link Order} and its parts. */
public final class OrderMapping {

    private final ReceiptMapping baskets;

    /** @param baskets reads what was bought */
    public OrderMapping(ReceiptMapping baskets) {
        this.baskets = baskets;
    }

    /**
     * Makes a transaction of one object; parameters as of {@link ReceiptMapping#transaction}.
     *
     * @param root the order itself, without what carries it
     */
    public Transaction transaction(JsonNode root, List<Fault> known, String place, Supplier<String> original) {
        List<Fault> faults = new ArrayList<>(known);
        if (!root.isObject()) {
            faults.add(
                    new Fault("not-an-order", place, null, "an order, that is an object in braces, should stand here"));
            return rejected(faults, place, null, original);
        }
        JsonPart part = new JsonPart(root, "", faults);
        Order order = order(new JsonFields(part), part);
        part.refuseUnknown();
        return faults.isEmpty()
                ? new Transaction.Ordered(order, place, original)
                : rejected(faults, place, order.number(), original);
    }

    private static Transaction rejected(List<Fault> faults, String place, String number, Supplier<String> original) {
        return new Transaction.Rejected(faults, place, number, original.get(), null, Kind.ORDER);
    }

    private Order order(JsonFields fields, JsonPart part) {
        return new Order(
                fields.required("orderId"),
                fields.time("changedAt"),
                fields.objects("contactKeys", (key, position) -> ReceiptMapping.contactKey(key)),
                fields.object("basket", baskets::basket),
                fields.text("status"),
                fields.text("externalStatus"),
                fields.text("paymentStatus"),
                fields.text("channel"),
                fields.texts("references"),
                fields.text("language"),
                fields.object("delivery", (delivery, inner) -> delivery(delivery)),
                articles(part),
                fields.object("action", OrderMapping::action));
    }

    private static Delivery delivery(JsonFields fields) {
        return new Delivery(
                fields.text("method"),
                fields.text("trackingNumber"),
                fields.text("trackingUri"),
                fields.parsed(
                        "deliveryDate", OccurredAt::day, "not-a-date", "a day such as 2026-03-01 should stand here"));
    }

    private static Map<String, Article> articles(JsonPart part) {
        Map<String, Article> articles = new LinkedHashMap<>();
        part.fields("articles", (sku, node) -> {
            if (node.isObject()) {
                JsonPart article = part.part("articles." + sku, node);
                JsonFields fields = new JsonFields(article);
                articles.put(sku, new Article(fields.text("imageUrl"), fields.text("link")));
                article.refuseUnknown();
            } else {
                part.wrongType("articles." + sku, node, "an object in braces");
            }
        });
        return articles;
    }

    private static Action action(JsonFields fields, JsonPart part) {
        Map<String, String> data = new LinkedHashMap<>();
        part.fields("data", (name, node) -> {
            if (node.isTextual()) {
                data.put(name, node.textValue());
            } else if (!node.isNull()) {
                part.wrongType("data." + name, node, "a string in quotes");
            }
        });
        return new Action(fields.required("name"), fields.required("id"), data);
    }
}
