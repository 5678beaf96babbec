package io.engageroutes.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The orders of a contact, ten a page, with links to the pages around. */
final class OrderPages {

    private static final int COUNT = 10;

    private final OrderBook book;
    private final ContactRegister contacts;

    OrderPages(OrderBook book, ContactRegister contacts) {
        this.book = book;
        this.contacts = contacts;
    }

    Answer answer(Map<String, String> query) {
        String contactId = query.getOrDefault("contactId", "");
        try {
            UUID.fromString(contactId);
        } catch (IllegalArgumentException e) {
            return Answer.error(400, "InvalidContactId", "contactId is required and is a GUID");
        }
        if (contacts.byId(contactId).isEmpty()) {
            return Answer.error(404, "ContactNotFound", "No contact has this id");
        }
        return Answer.json(200, page(contactId, offset(query.getOrDefault("offset", "0"))));
    }

    private Map<String, Object> page(String contactId, int offset) {
        List<StoredOrder> orders = book.all().stream()
                .filter(order -> contactId.equalsIgnoreCase(order.contactId()))
                .toList();
        List<Map<String, String>> links = new ArrayList<>();
        links.add(link("self", contactId, offset));
        if (offset > 0) {
            links.add(link("previous", contactId, Math.max(0, offset - COUNT)));
        }
        if (offset < orders.size() - COUNT) {
            links.add(link("next", contactId, offset + COUNT));
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                orders.stream()
                        .skip(offset)
                        .limit(COUNT)
                        .map(StoredOrder::shown)
                        .toList());
        page.put("totalCount", orders.size());
        page.put("offset", offset);
        page.put("count", COUNT);
        page.put("links", links);
        return page;
    }

    private static Map<String, String> link(String rel, String contactId, int offset) {
        String href = "/api/v3/orders?contactId=" + contactId + "&offset=" + offset;
        return Map.of("rel", rel, "href", href);
    }

    private static int offset(String text) {
        // Nine digits always fit.
        if (!text.matches("\\d{1,9}")) {
            throw new Nonsense("offset must be a whole number from 0 to 999999999");
        }
        return Integer.parseInt(text);
    }
}
