package io.engageroutes.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a source cannot be looked into: once when it begins or changes, then now and then, and not at every look. */
public final class SourceTrouble implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger("io.engageroutes.sources");
    private static final Duration REMINDER = Duration.ofMinutes(10);

    /** The options of an endpoint: hundreds of characters before the reason. */
    private static final Pattern OPTIONS = Pattern.compile("(://[^?\\s]+)[?]\\S*?([.]?(?:\\s|$))");

    private final Clock clock;
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    public SourceTrouble(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handleException(Throwable cause) {
        handleException("A source is away", cause);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable cause) {
        handleException(message, cause);
    }

    @Override
    public void handleException(String message, Throwable cause) {
        String text = OPTIONS.matcher(message).replaceAll("$1$2") + ": " + reasons(cause);
        long now = clock.millis();
        Long last = said.get(text);
        if (last == null || now - last >= REMINDER.toMillis()) {
            said.put(text, now);
            LOG.warn("{}. Nothing is lost: it is tried again", text);
        } else {
            LOG.debug("{}", text, cause);
        }
    }

    /** What went wrong and why, without the traces. */
    private static String reasons(Throwable cause) {
        StringBuilder reasons = new StringBuilder();
        Throwable at = cause;
        for (int depth = 0; at != null && depth < 5; depth++, at = at.getCause()) {
            String reason = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
            if (reasons.indexOf(reason) < 0) {
                reasons.append(reasons.isEmpty() ? "" : "; because ").append(reason);
            }
        }
        return reasons.toString().replaceAll("\\s+", " ");
    }
}
