package io.engageroutes.delivery;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Route steps that remember who ordered, for receipts that name their order and nobody: a shop's refund says which order it gives
 * money back for, and not to whom.
 */
public final class OrderContacts {

    private static final String BETWEEN_KEYS = "\n"; // an id has no control characters
    private static final int LONGEST_KEYS = 4000;

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration keepFor;

    /** @param keepFor for how long after its last message an order's contact is known */
    public OrderContacts(JdbcTemplate database, Clock clock, Duration keepFor) {
        this.database = database;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /** Notes whose the orders are; one that comes without a contact takes nothing back. */
    public void remember(List<OrderMessage> orders) {
        for (OrderMessage message : orders) {
            if (message.businessKey() != null && message.isAddressed()) {
                remember(message.businessKey(), message.contactKeys());
            }
        }
    }

    private void remember(String order, List<ContactKey> keys) {
        String text = keys.stream()
                .filter(key -> key.type() != null && key.value() != null)
                .map(key -> key.type().name() + ' ' + key.value())
                .collect(Collectors.joining(BETWEEN_KEYS));
        if (text.isEmpty() || text.length() > LONGEST_KEYS || order.length() > 100) {
            return;
        }
        int changed = database.update(
                "update order_contact set contact_keys = ?, noted_at = ? where order_id = ?",
                text,
                clock.millis(),
                order);
        if (changed == 0) {
            database.update(
                    "insert into order_contact (order_id, contact_keys, noted_at) values (?, ?, ?) on conflict do nothing",
                    order,
                    text,
                    clock.millis());
        }
    }

    /** Gives the receipt the contact of the order that it names, if that is known. */
    public void address(ReceiptMessage message) {
        if (!message.isOfUnknownOrder()) {
            return;
        }
        List<String> kept = database.queryForList(
                "select contact_keys from order_contact where order_id = ?",
                String.class,
                message.entry().contactOf());
        if (!kept.isEmpty()) {
            message.bought(Arrays.stream(kept.get(0).split(BETWEEN_KEYS))
                    .map(OrderContacts::key)
                    .toList());
        }
    }

    private static ContactKey key(String text) {
        int space = text.indexOf(' ');
        return new ContactKey(ContactKeyType.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    /** Deletes what is older than it may be. */
    public void forget() {
        database.update("delete from order_contact where noted_at < ?", clock.millis() - keepFor.toMillis());
    }
}
