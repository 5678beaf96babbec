package io.engageroutes.order;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Receipt;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The canonical order: how an order stands, or what changed about it, whatever system it came from. Its JSON form is published as
 * {@code /schema/order.json}. One message may say several things; they are done in the order basket (or status and delivery), action.
 *
 * @param orderId the business key, by which Engage knows the order too; the same for the same order for ever
 * @param changedAt when the source last changed it: an older state never overwrites a newer one
 * @param contactKeys who ordered, best key first; empty when the basket says it, or nobody is known
 * @param basket the whole order as it stands now, in the shape of a receipt; null when the message brings only a change of status or
 *     delivery, or an action
 * @param status Engage's own status such as {@code InProgress}, or null
 * @param externalStatus the source's word for the status, or null
 * @param paymentStatus the source's word for how it stands with the payment, or null
 * @param channel such as {@code ecom}, or null
 * @param references other numbers under which people know it
 * @param language the customer's, as a culture such as {@code sv-SE} or ISO 639-1, or null
 * @param delivery how it is sent, or null
 * @param articles what the customer is shown of articles, by sku
 * @param action what the customer is to be told, or null
 */
public record Order(
        String orderId,
        OffsetDateTime changedAt,
        List<ContactKey> contactKeys,
        Receipt basket,
        String status,
        String externalStatus,
        String paymentStatus,
        String channel,
        List<String> references,
        String language,
        Delivery delivery,
        Map<String, Article> articles,
        Action action) {

    public Order {
        contactKeys = contactKeys == null ? List.of() : List.copyOf(contactKeys);
        references = references == null ? List.of() : List.copyOf(references);
        articles = articles == null ? Map.of() : Map.copyOf(articles);
    }

    /** Who ordered: the order's own keys, else those of the basket. */
    public List<ContactKey> contacts() {
        return contactKeys.isEmpty() && basket != null ? basket.contactKeys() : contactKeys;
    }

    /** What people know it by: the number in the basket, else the id. */
    public String number() {
        return basket == null || basket.receiptNumber() == null ? orderId : basket.receiptNumber();
    }
}
