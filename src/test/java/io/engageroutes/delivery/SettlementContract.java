package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.engageroutes.HandClock;
import io.engageroutes.Receipts;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What settling a parcel promises, on every database. */
interface SettlementContract {

    Fault FAULT = new Fault("total-mismatch", "total", "1.00", "must be the sum of the lines");

    DataSource database();

    /** A settlement with all that belongs to it, on the shared database. */
    final class Desk {

        final HandClock clock = new HandClock();
        final JdbcTemplate jdbc;
        final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        final Claims claims;
        final Settlement settlement;
        final ClaimKeys claimKeys;

        Desk(DataSource database) {
            jdbc = new JdbcTemplate(database);
            claims = new Claims(jdbc, clock, Duration.ofMinutes(15));
            claimKeys = new ClaimKeys(claims);
            settlement = new Settlement(
                    new TransactionTemplate(new JdbcTransactionManager(database)),
                    claims,
                    new Ledger(jdbc, clock),
                    new DeadLetters(jdbc, clock),
                    new PostVoids(jdbc, claims, clock, Duration.ofDays(35)),
                    new Turns(jdbc, clock, Duration.ofMinutes(15)),
                    metrics,
                    clock);
        }

        String ended(String messageId) {
            return jdbc
                    .queryForList("select ended from message_ledger where message_id = ?", String.class, messageId)
                    .stream()
                    .findFirst()
                    .orElse(null);
        }

        String claim(String key) {
            return jdbc
                    .queryForList("select state from receipt_claim where business_key = ?", String.class, key)
                    .stream()
                    .findFirst()
                    .orElse(null);
        }

        List<Map<String, Object>> deadLetter(String messageId) {
            return jdbc.queryForList("select * from dead_letter where message_id = ?", messageId);
        }
    }

    private static String id() {
        return "m-" + UUID.randomUUID();
    }

    @Test
    default void aMessageWithoutEndIsNeverSettled() {
        Desk desk = new Desk(database());
        String done = id();
        String open = id();
        List<ReceiptMessage> messages = new Messages()
                .with(done, Receipts.sale(done))
                .with(open, Receipts.sale(open))
                .open();
        desk.claimKeys.claim(messages);
        messages.get(0).end(new End.Delivered());
        assertThatThrownBy(() -> desk.settlement.settle(messages))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(open);
        assertThat(desk.ended(done)).isNull();
        assertThat(desk.claim(done)).isEqualTo("claimed");
    }

    @Test
    default void everyEndIsEnteredAsWhatItIs() {
        Desk desk = new Desk(database());
        String delivered = id();
        String skipped = id();
        String duplicate = id();
        String dead = id();
        String later = id();
        String before = id();
        List<ReceiptMessage> messages = new Messages()
                .with(delivered, Receipts.sale(delivered))
                .with(skipped, Receipts.anonymous(skipped))
                .with(duplicate, Receipts.sale(duplicate))
                .with(dead, Receipts.sale(dead))
                .with(later, Receipts.sale(later))
                .with(before, Receipts.sale(before))
                .open();
        desk.claimKeys.claim(messages);
        messages.get(0).end(new End.Delivered());
        messages.get(1).end(new End.Skipped("no-contact"));
        messages.get(2).end(new End.Duplicate());
        messages.get(3).end(new End.Dead(List.of(FAULT), "422 no"));
        messages.get(4).end(new End.Later("engage-away", Duration.ofSeconds(1)));
        messages.get(5).end(new End.EndedBefore());
        desk.settlement.settle(messages);

        assertThat(desk.ended(delivered)).isEqualTo("delivered");
        assertThat(desk.ended(skipped)).isEqualTo("skipped");
        assertThat(desk.ended(duplicate)).isEqualTo("duplicate");
        assertThat(desk.ended(dead)).isEqualTo("dead");
        assertThat(desk.ended(later)).as("still on its way").isNull();
        assertThat(desk.ended(before)).as("entered the first time").isNull();
        assertThat(desk.claim(delivered)).isEqualTo("delivered");
        assertThat(desk.claim(dead)).isNull();
        assertThat(desk.claim(later)).isNull();
        assertThat(desk.deadLetter(dead)).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("answer", "422 no")
                .containsEntry("state", "dead"));
        assertThat(desk.deadLetter(delivered)).isEmpty();
    }

    @Test
    default void settlingTwiceIsSettlingOnce() {
        Desk desk = new Desk(database());
        String delivered = id();
        String dead = id();
        for (int times = 0; times < 2; times++) {
            List<ReceiptMessage> messages = new Messages()
                    .with(delivered, Receipts.sale(delivered))
                    .with(dead, Receipts.sale(dead))
                    .open();
            messages.get(0).end(new End.Delivered());
            messages.get(1).end(new End.Dead(List.of(FAULT), null));
            desk.settlement.settle(messages);
            desk.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(desk.jdbc.queryForList(
                        "select ended_at from message_ledger where message_id in (?, ?)", Long.class, delivered, dead))
                .containsExactly(desk.clock.millis() - 120_000, desk.clock.millis() - 120_000);
        assertThat(desk.deadLetter(dead)).hasSize(1);
    }

    @Test
    default void aParcelThatCannotBeEnteredWholeIsNotEnteredAtAll() {
        Desk desk = new Desk(database());
        String delivered = id();
        String tooLong = "m".repeat(101);
        List<ReceiptMessage> messages = new Messages()
                .with(delivered, Receipts.sale(delivered))
                .with(tooLong, Receipts.sale(id()))
                .open();
        desk.claims.claim(List.of(ClaimKeys.wish(messages.get(0))));
        messages.get(0).end(new End.Delivered());
        messages.get(1).end(new End.Skipped("no-contact"));
        assertThatThrownBy(() -> desk.settlement.settle(messages)).isInstanceOf(DataAccessException.class);
        assertThat(desk.claim(delivered)).isEqualTo("claimed");
        assertThat(desk.ended(delivered)).isNull();
        assertThat(desk.metrics.getMeters()).as("nothing is told either").isEmpty();
    }

    @Test
    default void aThousandEndsAreOneSettlement() {
        Desk desk = new Desk(database());
        String run = id();
        Messages parcel = new Messages();
        IntStream.range(0, 1000).forEach(number -> parcel.with(run + number, Receipts.sale(run + number)));
        List<ReceiptMessage> messages = parcel.open();
        desk.claimKeys.claim(messages);
        messages.forEach(message -> message.end(new End.Delivered()));
        desk.settlement.settle(messages);
        assertThat(desk.jdbc.queryForObject(
                        "select count(*) from message_ledger where message_id like ?", Integer.class, run + "%"))
                .isEqualTo(1000);
        assertThat(desk.jdbc.queryForObject(
                        "select count(*) from receipt_claim where state = 'delivered' and business_key like ?",
                        Integer.class,
                        run + "%"))
                .isEqualTo(1000);
    }

    @Test
    default void endsAreCountedBySourceEndAndReason() {
        Desk desk = new Desk(database());
        String one = id();
        String two = id();
        desk.settlement.settle(new Messages()
                .with(one, Receipts.sale(one))
                .with(two, Receipts.sale(two))
                .ended(new End.Delivered()));
        desk.settlement.settle(new Messages().with(id(), Receipts.sale(id())).ended(new End.Skipped("no-contact")));
        desk.settlement.settle(new Messages()
                .with(id(), Receipts.sale(id()))
                .ended(new End.Later("engage-away", Duration.ofSeconds(1))));
        assertThat(desk.metrics
                        .get("engage.routes.messages")
                        .tags("source", "till", "end", "delivered", "reason", "")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(desk.metrics
                        .get("engage.routes.messages")
                        .tags("source", "till", "end", "skipped", "reason", "no-contact")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(desk.metrics
                        .get("engage.routes.messages")
                        .tags("end", "later", "reason", "engage-away")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    default void theLogHasOneLineForEachEndAndNobodysNameInIt() {
        Desk desk = new Desk(database());
        Logger log = (Logger) LoggerFactory.getLogger("io.engageroutes.ends");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        try {
            String one = id();
            String two = id();
            List<ReceiptMessage> messages = new Messages()
                    .with(one, Receipts.sale(one))
                    .with(two, Receipts.of(ContactKeyType.socialSecurityNumber, "19121212-1212", two))
                    .with(id(), Receipts.sale("forged\ndelivered OTHER till"))
                    .rejected(id(), new Fault("bad", "line 1", Receipts.CONTACT, "no"))
                    .open();
            messages.get(0).end(new End.Delivered());
            messages.get(1).end(new End.Dead(List.of(FAULT), "422 " + Receipts.CONTACT));
            messages.get(2).end(new End.Dead(List.of(FAULT), null));
            messages.get(3).end(new End.Dead(messages.get(3).readerFaults(), null));
            desk.settlement.settle(messages);
            List<String> texts =
                    lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertThat(texts).hasSize(4).allSatisfy(text -> assertThat(text)
                    .doesNotContain("\n")
                    .doesNotContain("anna")
                    .doesNotContain("19121212"));
            assertThat(texts.get(0)).isEqualTo("delivered " + one + " till receipts.xml");
            assertThat(texts.get(1)).isEqualTo("dead " + two + " till receipts.xml: total-mismatch");
        } finally {
            log.detachAppender(lines);
            log.setLevel(before);
        }
    }

    @Test
    default void whatWaitsGoesBackByDelayAndKeepsItsAttempts() {
        Desk desk = new Desk(database());
        Messages parcel = new Messages();
        IntStream.range(0, 5).forEach(number -> parcel.with("m-" + number, Receipts.sale("A-" + number)));
        List<ReceiptMessage> messages = parcel.open();
        messages.get(0).end(new End.Later("engage-failed", Duration.ofSeconds(30)));
        messages.get(0).failed(2, 77);
        messages.get(1).end(new End.Delivered());
        messages.get(2).end(new End.Later("engage-away", Duration.ofSeconds(1)));
        messages.get(3).end(new End.Later("other", Duration.ofSeconds(30)));
        messages.get(4).end(new End.Dead(List.of(FAULT), null));

        List<Settlement.DelayedParcel> back = desk.settlement.later(messages);
        assertThat(back)
                .extracting(Settlement.DelayedParcel::dueAt)
                .containsExactly(desk.clock.millis() + 30_000, desk.clock.millis() + 1_000);
        Parcel first = ParcelJson.read(back.get(0).parcel());
        assertThat(first.source()).isEqualTo("till");
        assertThat(first.document()).isEqualTo("document-1");
        assertThat(first.entries()).extracting(Parcel.Entry::id).containsExactly("m-0", "m-3");
        assertThat(first.entries().get(0).attempts()).isEqualTo(2);
        assertThat(first.entries().get(0).failedAt()).isEqualTo(77);
        assertThat(first.entries().get(0).contentHash())
                .isEqualTo(messages.get(0).entry().contentHash());
        assertThat(ParcelJson.read(back.get(1).parcel()).entries())
                .extracting(Parcel.Entry::id)
                .containsExactly("m-2");
    }

    @Test
    default void onlyWhatDiedIsCopiedForTheDeadLetterQueue() {
        Desk desk = new Desk(database());
        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("A"))
                .rejected("m-2", FAULT)
                .open();
        messages.get(0).end(new End.Delivered());
        messages.get(1).end(new End.Dead(messages.get(1).readerFaults(), null));
        assertThat(desk.settlement.deadLetters(messages)).singleElement().satisfies(copy -> assertThat(new String(copy))
                .contains("\"m-2\"", "total-mismatch", "the original"));
    }
}
