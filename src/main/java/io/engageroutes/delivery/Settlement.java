package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.transaction.support.TransactionTemplate;

/** Route step: enters the ends of a parcel's messages, in one database transaction, before the broker is told. */
public final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger("io.engageroutes.ends");

    private static final int LONGEST_KEY = 100;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]");

    private final TransactionTemplate transaction;
    private final Claims claims;
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final PostVoids postVoids;
    private final Turns turns;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    public Settlement(
            TransactionTemplate transaction,
            Claims claims,
            Ledger ledger,
            DeadLetters deadLetters,
            PostVoids postVoids,
            Turns turns,
            MeterRegistry metrics,
            Clock clock) {
        this.transaction = transaction;
        this.claims = claims;
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.postVoids = postVoids;
        this.turns = turns;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Settles the messages.
     *
     * @throws IllegalStateException when one of them has no end: it would vanish
     */
    public void settle(List<? extends FlowMessage> messages) {
        messages.stream().filter(FlowMessage::isOpen).findFirst().ifPresent(message -> {
            throw new IllegalStateException("message " + message.id() + " has no end; its parcel stays on the queue");
        });
        List<ReceiptMessage> claimed = messages.stream()
                .filter(FlowMessage::isClaimed)
                .map(ReceiptMessage.class::cast)
                .toList();
        List<ReceiptMessage> delivered = claimed.stream()
                .filter(message -> message.end() instanceof End.Delivered)
                .toList();
        List<ReceiptMessage> givenBack = claimed.stream()
                .filter(message -> !(message.end() instanceof End.Delivered))
                .toList();
        List<FlowMessage> ended = messages.stream()
                .filter(Settlement::isFinal)
                .map(FlowMessage.class::cast)
                .toList();
        transaction.executeWithoutResult(status -> {
            claims.confirm(delivered.stream().map(ClaimKeys::wish).toList());
            claims.release(givenBack.stream().map(ClaimKeys::wish).toList());
            postVoids.keep(delivered);
            turns.settle(messages);
            ledger.enter(ended);
            deadLetters.enter(ended);
        });
        messages.forEach(this::tell);
    }

    /** The parcel's messages that go back to the queue, as parcels of one delay and one group each. */
    public List<DelayedParcel> later(List<? extends FlowMessage> messages) {
        Map<Wait, List<FlowMessage>> waits = new LinkedHashMap<>();
        for (FlowMessage message : messages) {
            if (message.end() instanceof End.Later later) {
                waits.computeIfAbsent(new Wait(later.delay().toMillis(), message.group()), wait -> new ArrayList<>())
                        .add(message);
            }
        }
        return waits.entrySet().stream()
                .map(wait -> new DelayedParcel(
                        ParcelJson.write(again(wait.getValue())),
                        clock.millis() + wait.getKey().delay(),
                        wait.getKey().group()))
                .toList();
    }

    private record Wait(long delay, String group) {}

    /**
     * A parcel's bytes, until when the broker holds it, in milliseconds since 1970, and the broker's message group that it is of; null
     * for receipts.
     */
    public record DelayedParcel(byte[] parcel, long dueAt, String group) {}

    private static Parcel again(List<FlowMessage> messages) {
        List<Parcel.Entry> entries = messages.stream()
                .map(message -> message.entry().failed(message.attempts(), message.failedAt()))
                .toList();
        return messages.get(0).parcel().with(entries);
    }

    /** A copy for the broker's dead-letter queue of each message that died now, as JSON. */
    public List<byte[]> deadLetters(List<? extends FlowMessage> messages) {
        return messages.stream()
                .filter(message -> message.end() instanceof End.Dead)
                .map(DeadLetterJson::bytes)
                .toList();
    }

    /** What ended before is entered already, unless it was replayed since: that letter still waits to hear of its end. */
    private static boolean isFinal(FlowMessage message) {
        return message.end() instanceof End.EndedBefore
                ? message.entry().replays() > 0
                : !(message.end() instanceof End.Later);
    }

    private void tell(FlowMessage message) {
        End end = message.end();
        if (end instanceof End.EndedBefore) {
            return;
        }
        String name = Ledger.name(end);
        String reason = Ledger.reason(end);
        count(message.kind(), message.parcel().source(), name, reason == null ? "" : reason);
        Level level = end instanceof End.Dead ? Level.WARN : end instanceof End.Later ? Level.DEBUG : Level.INFO;
        LOG.atLevel(level)
                .log(
                        "{} {} {} {}{}",
                        name,
                        key(message),
                        message.parcel().source(),
                        printable(message.parcel().documentName()),
                        reason == null ? "" : ": " + reason);
    }

    /** What people look for: the business key, or else what is known of a receipt that has none. */
    private static String key(FlowMessage message) {
        if (message.businessKey() != null) {
            return printable(message.businessKey());
        }
        String number = message.number();
        return number == null
                ? message.id()
                : message.id() + " (" + message.kind().field() + " " + printable(number) + ")";
    }

    /** A receipt may be dead because of its id; a line break in it would forge a line of the log. */
    private static String printable(String key) {
        String shown = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
        return CONTROLS.matcher(shown).replaceAll("\uFFFD");
    }

    private void count(Kind kind, String source, String end, String reason) {
        counters.computeIfAbsent(
                        List.of(kind.flow(), source, end, reason), tags -> Counter.builder("engage.routes.messages")
                                .description("Messages by flow, source and end; later means back to the queue")
                                .tag("flow", kind.flow())
                                .tag("source", source)
                                .tag("end", end)
                                .tag("reason", reason)
                                .register(metrics))
                .increment();
    }
}
