package io.engageroutes.delivery;

import io.engageroutes.receipt.Annulment;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Route steps for sales that their till takes back after they were finalised.
 *
 * <p>A post-void is entered before the claim of its receipt is looked at, and a receipt is claimed before the post-voids are looked at;
 * so, however the two meet, at least one of them sees the other.
 */
public final class PostVoids {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final JdbcTemplate database;
    private final Claims claims;
    private final Clock clock;
    private final Duration window;

    /** @param window for how long a delivered receipt can be taken back */
    public PostVoids(JdbcTemplate database, Claims claims, Clock clock, Duration window) {
        this.database = database;
        this.claims = claims;
        this.clock = clock;
        this.window = window;
    }

    /**
     * Enters the parcel's post-voids and finds out what each means: nothing more to do when its receipt was not delivered (it is withheld
     * when it comes), a receipt that takes it back when it was, or waiting while that is not known.
     *
     * @return the messages that are to be judged
     */
    public List<ReceiptMessage> resolve(List<ReceiptMessage> messages) {
        messages.stream().filter(message -> message.entry().voids() != null).forEach(this::resolve);
        return messages.stream().filter(ReceiptMessage::isOpen).toList();
    }

    private void resolve(ReceiptMessage message) {
        String key = message.entry().voids();
        if (key.length() > 100) {
            message.end(new End.Dead(
                    List.of(new Fault(
                            "unique-id-too-long",
                            message.entry().place(),
                            key,
                            "the post-void names a receipt by an id of more than 100 characters, which none has; correct the"
                                    + " uniqueId of the source's layout")),
                    null));
            return;
        }
        database.update(
                "insert into post_void (business_key, source, message_id, entered_at) values (?, ?, ?, ?) on conflict do nothing",
                key,
                message.parcel().source(),
                message.id(),
                clock.millis());
        switch (claims.state(key)) {
            case FREE -> message.end(new End.Skipped("post-void"));
            case CLAIMED -> message.end(new End.Later("post-void", A_MOMENT));
            case DELIVERED -> takeBack(message, key);
        }
    }

    private void takeBack(ReceiptMessage message, String key) {
        List<String> kept =
                database.queryForList("select canonical from annulment where business_key = ?", String.class, key);
        if (message.parcel().takesBack() && !kept.isEmpty()) {
            message.becomes(new Content.OfReceipt(read(kept.get(0))));
            return;
        }
        String why = message.parcel().takesBack()
                ? "was delivered more than " + window.toDays()
                        + " days ago (receipts.post-void-window), or before its source had postVoids: return"
                : "is at Engage already, which cannot delete it; with postVoids: return the source would deliver a return"
                        + " for it, with holdFor it would wait for a post-void before it is delivered";
        message.end(new End.Dead(
                List.of(
                        new Fault(
                                "post-void-late",
                                message.entry().place(),
                                key,
                                "the till took this receipt back, but it " + why
                                        + ": have the store enter a return, or correct the contact in Engage, then discard this letter")),
                null));
    }

    private static Receipt read(String canonical) {
        try {
            return ReceiptJson.read(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("an annulment in the database cannot be read", e);
        }
    }

    /**
     * Withholds what was taken back before it was claimed, and returns what is to be delivered. A receipt whose claim is older than
     * its post-void may be at Engage although its answer was lost in a crash: it goes on, and is taken back afterwards.
     */
    public List<ReceiptMessage> withhold(List<ReceiptMessage> claimed) {
        Set<String> takenBack = takenBackBeforeTheirClaim(claimed);
        if (takenBack.isEmpty()) {
            return claimed;
        }
        for (ReceiptMessage message : claimed) {
            if (takenBack.contains(message.businessKey())) {
                message.end(message.failedAt() == 0 ? new End.Skipped("post-voided") : uncertain(message));
            }
        }
        return claimed.stream().filter(ReceiptMessage::isOpen).toList();
    }

    private Set<String> takenBackBeforeTheirClaim(List<ReceiptMessage> claimed) {
        Set<String> keys = new HashSet<>();
        if (!claimed.isEmpty()) {
            database.query(
                    connection -> {
                        PreparedStatement select = connection.prepareStatement("""
                                select p.business_key from post_void p
                                join receipt_claim c on c.business_key = p.business_key
                                where p.business_key = any(?) and p.entered_at <= c.claimed_until - ?""");
                        select.setArray(
                                1,
                                connection.createArrayOf(
                                        "varchar",
                                        claimed.stream()
                                                .map(ReceiptMessage::businessKey)
                                                .toArray()));
                        select.setLong(2, claims.lease().toMillis());
                        return select;
                    },
                    row -> {
                        keys.add(row.getString(1));
                    });
        }
        return keys;
    }

    /** It was sent before and no answer came, so Engage may have it or not. */
    private static End uncertain(ReceiptMessage message) {
        return new End.Dead(
                List.of(new Fault(
                        "post-void-uncertain",
                        "uniqueId",
                        message.businessKey(),
                        "the till took this receipt back after it was sent to Engage without an answer: look whether Engage has"
                                + " it; if so have the store enter a return, if not discard this letter")),
                null);
    }

    /** Keeps what would take the receipts back that were just delivered. Part of the transaction that settles a parcel. */
    void keep(List<ReceiptMessage> delivered) {
        long until = clock.millis() + window.toMillis();
        List<Object[]> kept = delivered.stream()
                .filter(message ->
                        message.parcel().takesBack() && message.entry().voids() == null)
                .map(message -> new Object[] {
                    message.businessKey(),
                    new String(ReceiptJson.bytes(Annulment.of(message.priced())), StandardCharsets.UTF_8),
                    until
                })
                .toList();
        if (!kept.isEmpty()) {
            database.batchUpdate(
                    "insert into annulment (business_key, canonical, keep_until) values (?, ?, ?) on conflict do nothing",
                    kept);
        }
    }

    /** Deletes what nobody can take back any more. */
    public void forget() {
        database.update("delete from annulment where keep_until < ?", clock.millis());
    }
}
