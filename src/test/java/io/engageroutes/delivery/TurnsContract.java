package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.Action;
import io.engageroutes.order.Order;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody passes an earlier message of the same order, on every database. */
abstract class TurnsContract extends DatabaseContract {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HandClock clock = new HandClock();

    private Turns turns() {
        return new Turns(database.jdbc(), clock, PATIENCE);
    }

    static OrderMessage message(String id, String orderId) {
        Order order = new Order(
                orderId,
                OffsetDateTime.parse("2026-11-25T10:00:00+01:00"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                new Action("shipped", id, null));
        Parcel.Entry entry = Parcel.Entry.of(id, "message", new Content.OfOrder(order), null);
        return (OrderMessage) FlowMessage.of(new Parcel("shop", "document-1", "order", List.of(entry)), entry);
    }

    /** What its turn says to a message that comes: null when it may go on. */
    private Duration come(OrderMessage message) {
        turns().take(List.of(message));
        return message.end() instanceof End.Later later ? later.delay() : null;
    }

    private void end(OrderMessage message, End end) {
        message.end(end);
        turns().settle(List.of(message));
    }

    private void putOff(String id, String orderId, Duration delay) {
        OrderMessage message = message(id, orderId);
        come(message);
        end(message, new End.Later("engage-failed", delay));
    }

    @Test
    void othersWaitUntilSoonAfterTheFirstComesAgain() {
        putOff("first", "A", Duration.ofSeconds(30));
        assertThat(come(message("second", "A"))).isEqualTo(Duration.ofSeconds(31));
        clock.advance(Duration.ofSeconds(30));
        assertThat(come(message("first", "A"))).isNull();
    }

    @Test
    void theFirstThatCameGoesFirstAlsoAmongThoseThatWait() {
        OrderMessage first = message("first", "A");
        assertThat(come(first)).isNull();
        assertThat(come(message("second", "A"))).isPositive();
        assertThat(come(message("third", "A"))).isPositive();
        end(first, new End.Delivered());
        assertThat(come(message("third", "A"))).isPositive();
        assertThat(come(message("second", "A"))).isNull();
    }

    @Test
    void anotherOrderDoesNotWait() {
        putOff("first", "A", Duration.ofSeconds(30));
        assertThat(come(message("second", "B"))).isNull();
    }

    @Test
    void aDeadLetterFreesTheWay() {
        OrderMessage first = message("first", "A");
        come(first);
        end(first, new End.Dead(List.of(), null));
        assertThat(come(message("second", "A"))).isNull();
    }

    @Test
    void aMessageThatTheBrokerBringsAgainHasItsTurnStill() {
        assertThat(come(message("first", "A"))).isNull();
        assertThat(come(message("first", "A"))).isNull();
    }

    @Test
    void aMessageThatNeverComesAgainLosesItsTurnInTheEnd() {
        putOff("lost", "A", Duration.ofSeconds(30));
        clock.advance(Duration.ofHours(5)); // nobody was there to miss it
        assertThat(come(message("second", "A"))).isPositive();
        clock.advance(PATIENCE);
        assertThat(come(message("second", "A"))).isPositive();
        clock.advance(Duration.ofSeconds(1));
        assertThat(come(message("second", "A"))).isNull();
    }

    @Test
    void whoWasMissedAndComesIsNotLost() {
        putOff("late", "A", Duration.ofSeconds(30));
        clock.advance(Duration.ofMinutes(1));
        assertThat(come(message("second", "A"))).isPositive();
        clock.advance(Duration.ofMinutes(14));
        assertThat(come(message("late", "A"))).isNull();
        clock.advance(Duration.ofMinutes(14));
        assertThat(come(message("second", "A"))).isPositive();
    }

    @Test
    void anIdThatIsTooLongForAColumnStopsNobody() {
        assertThat(come(message("first", "A\u0000".repeat(200)))).isNull();
    }

    @Test
    void whatCannotBeReadHasNoTurn() {
        Parcel.Entry entry = Parcel.Entry.rejected("broken", "message", Kind.ORDER, List.of(), null, "{");
        OrderMessage broken =
                (OrderMessage) FlowMessage.of(new Parcel("shop", "document-1", "order", List.of(entry)), entry);
        assertThat(come(broken)).isNull();
        end(broken, new End.Dead(List.of(), null));
        assertThat(database.jdbc().queryForObject("select count(*) from turn", Long.class))
                .isZero();
    }
}
