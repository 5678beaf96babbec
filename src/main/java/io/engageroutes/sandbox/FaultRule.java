package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A fault that somebody wants to see. Without {@code calls} and {@code seconds} it lasts until it is deleted.
 *
 * @param status what to answer instead of doing anything
 * @param calls how many calls it is for
 * @param seconds how long it lasts
 * @param delayMillis how long to wait before the call is answered or done
 * @param lostAnswer does the call, then closes the connection without an answer
 * @param retryAfter the header Retry-After of the answer
 * @param path only calls whose path starts with this
 * @param method only calls of this method
 * @param orderId only calls whose path or body names this order
 * @param uniqueReceiptId only calls whose body names this receipt
 * @param contains only calls whose body contains this text
 * @param body the body of the answer, JSON or a string of anything
 * @param then faults that follow one after the other once this one is used up, for the same calls unless they say else
 */
record FaultRule(
        Integer status,
        Integer calls,
        Integer seconds,
        Integer delayMillis,
        Boolean lostAnswer,
        String retryAfter,
        String path,
        String method,
        String orderId,
        String uniqueReceiptId,
        String contains,
        JsonNode body,
        List<FaultRule> then) {

    FaultRule {
        require(status == null || status >= 300 && status <= 599, "status must be 300 to 599");
        require(calls == null || calls > 0, "calls must be above 0");
        require(seconds == null || seconds > 0, "seconds must be above 0");
        require(delayMillis == null || delayMillis >= 0 && delayMillis <= 600_000, "delayMillis must be 0 to 600000");
        boolean lost = Boolean.TRUE.equals(lostAnswer);
        require(status != null || delayMillis != null || lost, "give a status, delayMillis or lostAnswer");
        require(!lost || status == null, "a lost answer has no status");
        require(status != null || retryAfter == null && body == null, "retryAfter and body need a status");
        then = then == null ? List.of() : List.copyOf(then);
        require(
                then.isEmpty() || calls != null || seconds != null,
                "what comes then never comes: give calls or seconds");
        require(then.stream().allMatch(next -> next.then().isEmpty()), "then must not be nested: make it one list");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new Nonsense(message);
        }
    }

    boolean matches(Call call) {
        if (path != null && !("/" + String.join("/", call.path())).startsWith(path)) {
            return false;
        }
        if (method != null && !method.equalsIgnoreCase(call.method())) {
            return false;
        }
        if (orderId == null && uniqueReceiptId == null && contains == null) {
            return true;
        }
        String text = call.text();
        return (orderId == null || call.path().contains(orderId) || text.contains("\"" + orderId + "\""))
                && (contains == null || text.contains(contains))
                && (uniqueReceiptId == null || text.contains("\"" + uniqueReceiptId + "\""));
    }

    boolean losesAnswer() {
        return Boolean.TRUE.equals(lostAnswer);
    }

    /** The answer, when the call is not to be done. */
    Answer answer() {
        String text = "{\"message\":\"A fault that was set at the simulator\"}";
        if (body != null) {
            text = body.isTextual() ? body.textValue() : body.toString();
        }
        return Answer.fault(status, text, retryAfter);
    }

    /** A following fault for the same calls, unless it says for which. */
    FaultRule following(FaultRule next) {
        boolean own = Stream.of(next.path, next.method, next.orderId, next.uniqueReceiptId, next.contains)
                .anyMatch(Objects::nonNull);
        return new FaultRule(
                next.status,
                next.calls,
                next.seconds,
                next.delayMillis,
                next.lostAnswer,
                next.retryAfter,
                own ? next.path : path,
                own ? next.method : method,
                own ? next.orderId : orderId,
                own ? next.uniqueReceiptId : uniqueReceiptId,
                own ? next.contains : contains,
                next.body,
                List.of());
    }
}
