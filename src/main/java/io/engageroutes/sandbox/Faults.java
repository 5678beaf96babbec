package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The faults that are set; a call meets the first one that is for it. */
final class Faults {

    private final Clock clock;
    private final List<Sequence> sequences = new ArrayList<>();

    Faults(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(FaultRule rule) {
        sequences.add(new Sequence(rule, clock.millis()));
    }

    /** The fault for a call, which uses it up by one. */
    synchronized Optional<FaultRule> next(Call call) {
        dropEnded();
        for (Sequence sequence : sequences) {
            if (sequence.current().matches(call)) {
                return Optional.of(sequence.use(clock.millis()));
            }
        }
        return Optional.empty();
    }

    synchronized List<ObjectNode> show() {
        dropEnded();
        return sequences.stream().map(Sequence::show).toList();
    }

    synchronized void clear() {
        sequences.clear();
    }

    private void dropEnded() {
        sequences.removeIf(sequence -> sequence.ended(clock.millis()));
    }

    private static final class Sequence {

        private final Deque<FaultRule> steps = new ArrayDeque<>();
        private long startedAt;
        private int used;

        Sequence(FaultRule rule, long now) {
            steps.add(rule);
            rule.then().forEach(next -> steps.add(rule.following(next)));
            startedAt = now;
        }

        FaultRule current() {
            return steps.getFirst();
        }

        /** Goes past every step that is used up or whose time is over. */
        boolean ended(long now) {
            while (!steps.isEmpty() && endsAt() <= now) {
                next(endsAt());
            }
            return steps.isEmpty();
        }

        FaultRule use(long now) {
            FaultRule rule = current();
            used++;
            if (rule.calls() != null && used == rule.calls()) {
                next(now);
            }
            return rule;
        }

        private void next(long now) {
            steps.removeFirst();
            startedAt = now;
            used = 0;
        }

        private long endsAt() {
            Integer seconds = current().seconds();
            return seconds == null ? Long.MAX_VALUE : startedAt + seconds * 1000L;
        }

        ObjectNode show() {
            FaultRule rule = current();
            ObjectNode shown = Json.MAPPER.valueToTree(rule);
            shown.remove("then");
            if (rule.calls() != null) {
                shown.put("callsLeft", rule.calls() - used);
            }
            if (rule.seconds() != null) {
                shown.put("endsAt", Instant.ofEpochMilli(endsAt()).toString());
            }
            return shown.put("stepsToCome", steps.size() - 1);
        }
    }
}
