package io.engageroutes.delivery;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was said last about each attribute, preference and consent of a contact, and when: older news never overwrite newer ones. Values
 * are kept as hashes, which only who knows the contact's id and the value can make again.
 */
public final class ContactNews {

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    public ContactNews(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** What was said before: a hash of the value, and when its source changed it, in milliseconds since 1970. */
    record Said(String valueHash, long changedAt) {

        boolean isNewerThan(OffsetDateTime changed) {
            return changedAt > changed.toInstant().toEpochMilli();
        }
    }

    /** What is said now; {@code name} as in {@code attributes.city}. */
    record Item(String name, String value) {}

    Map<String, Said> about(String contactId) {
        Map<String, Said> said = new HashMap<>();
        database.query(
                "select item, value_hash, changed_at from contact_news where contact_hash = ?",
                row -> {
                    said.put(row.getString(1), new Said(row.getString(2), row.getLong(3)));
                },
                hash(contactId));
        return said;
    }

    /** Route step: keeps what Engage has now of these messages. Keeping it twice changes nothing. */
    public void keep(List<? extends FlowMessage> messages) {
        transaction.executeWithoutResult(status -> messages.stream()
                .filter(ContactMessage.class::isInstance)
                .map(ContactMessage.class::cast)
                .filter(message -> message.contactId() != null)
                .filter(message -> message.end() instanceof End.Delivered || message.end() instanceof End.Skipped)
                .forEach(this::keep));
    }

    private void keep(ContactMessage message) {
        String contact = hash(message.contactId());
        long changedAt = message.contact().changedAt().toInstant().toEpochMilli();
        for (Item item : message.items()) {
            String name = ColumnText.fit(item.name(), 200);
            String value = hash(message.contactId(), item);
            int inserted = database.update(
                    "insert into contact_news (contact_hash, item, value_hash, changed_at) values (?, ?, ?, ?) on conflict do nothing",
                    contact,
                    name,
                    value,
                    changedAt);
            if (inserted == 0) {
                database.update("""
                        update contact_news set value_hash = ?, changed_at = ?
                        where contact_hash = ? and item = ? and changed_at <= ?""", value, changedAt, contact, name, changedAt);
            }
        }
    }

    private static String hash(String contactId) {
        return ContentHash.of("contact:" + contactId);
    }

    static String hash(String contactId, Item item) {
        return ContentHash.of(contactId + '\n' + item.name() + '\n' + item.value());
    }
}
