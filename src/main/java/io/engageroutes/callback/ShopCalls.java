package io.engageroutes.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How it stands with the shops that are asked for what their callbacks leave out, by host. */
public final class ShopCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ShopCalls.class);

    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    public ShopCalls(Clock clock) {
        this.clock = clock;
    }

    private record Trouble(String why, boolean refused, Instant notBefore) {}

    /** @throws ShopIsAway while the shop wants to be left alone */
    void permit(String host) {
        Trouble trouble = troubles.get(host);
        if (trouble != null && clock.instant().isBefore(trouble.notBefore)) {
            throw new ShopIsAway(host + " asked us to wait until " + trouble.notBefore);
        }
    }

    void answered(String host) {
        if (troubles.remove(host) != null) {
            LOG.info("{} answers again", host);
        }
    }

    /** @param pause how long it wants to be left alone, or zero */
    void away(String host, String why, Duration pause) {
        enter(host, new Trouble(why, false, clock.instant().plus(pause)));
    }

    /** Our key or the address is wrong, which somebody has to mend. */
    void refused(String host, String why) {
        enter(host, new Trouble(why, true, clock.instant()));
    }

    private void enter(String host, Trouble trouble) {
        Trouble before = troubles.put(host, trouble);
        if (before != null && before.refused == trouble.refused) {
            return;
        }
        if (trouble.refused) {
            LOG.error(
                    "{} refuses us: {}; check the address and the key of the source. Nothing is lost: its callbacks stay on their"
                            + " queue and are tried again",
                    host,
                    trouble.why);
        } else {
            LOG.warn("{} is away: {}; its callbacks stay on their queue and are tried again", host, trouble.why);
        }
    }

    /** Why shops cannot be asked, by host; empty when all answer. */
    public Map<String, String> troubles() {
        Map<String, String> why = new TreeMap<>();
        troubles.forEach((host, trouble) -> why.put(host, (trouble.refused ? "refuses us: " : "away: ") + trouble.why));
        return why;
    }
}
