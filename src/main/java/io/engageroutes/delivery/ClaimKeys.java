package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Route step: claims the business keys of a parcel in one statement and ends what must not go to Engage. */
public final class ClaimKeys {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Claims claims;

    public ClaimKeys(Claims claims) {
        this.claims = claims;
    }

    /** Returns the messages that are to be delivered now. */
    public List<ReceiptMessage> claim(List<ReceiptMessage> messages) {
        Map<String, ReceiptMessage> first = new LinkedHashMap<>();
        Map<ReceiptMessage, ReceiptMessage> repeats = new HashMap<>();
        for (ReceiptMessage message : messages) {
            if (message.isOpen()) {
                ReceiptMessage earlier = first.putIfAbsent(message.businessKey(), message);
                if (earlier != null) {
                    repeats.put(message, earlier);
                }
            }
        }
        Map<Claims.Wish, ReceiptMessage> wishes =
                first.values().stream().collect(Collectors.toMap(ClaimKeys::wish, Function.identity()));
        claims.claim(wishes.keySet()).forEach((wish, answer) -> apply(wishes.get(wish), answer));
        repeats.forEach(ClaimKeys::endRepeat);
        return first.values().stream().filter(ReceiptMessage::isOpen).toList();
    }

    static Claims.Wish wish(ReceiptMessage message) {
        return new Claims.Wish(message.businessKey(), message.contentHash(), message.id());
    }

    private static void apply(ReceiptMessage message, Claims.Answer answer) {
        switch (answer) {
            case YOURS -> message.claim();
            case DUPLICATE -> message.end(new End.Duplicate());
            case CONFLICT -> message.end(conflict(message));
            case ENDED_BEFORE -> message.end(new End.EndedBefore());
            case IN_PROGRESS -> message.end(new End.Later("in-progress", A_MOMENT));
        }
    }

    /** A repeat inside one parcel waits until the first has ended, whatever that end will be. */
    private static void endRepeat(ReceiptMessage repeat, ReceiptMessage first) {
        boolean sameContent = repeat.contentHash().equals(first.contentHash());
        boolean delivered = first.end() instanceof End.Duplicate || first.end() instanceof End.EndedBefore;
        if (delivered) {
            repeat.end(sameContent ? new End.Duplicate() : conflict(repeat));
        } else {
            repeat.end(new End.Later("in-progress", A_MOMENT));
        }
    }

    private static End conflict(ReceiptMessage message) {
        return new End.Dead(
                List.of(new Fault(
                        "conflict",
                        "uniqueId",
                        message.businessKey(),
                        "another receipt with other content was delivered under this id; Engage would silently ignore this one:"
                                + " find out which is right and, if both are, replay this one under its own id")),
                null);
    }
}
