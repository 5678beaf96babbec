package io.engageroutes.intake;

import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;

/**
 * A connected system, as far as the readers must know it.
 *
 * @param name the source's name, such as {@code till-extenda}
 * @param stores tells a store's zone, for times without offset
 * @param zone the zone of stores that the register does not know, or null when such a receipt is to be rejected
 * @param charset the charset of this document's bytes where it is known from how they came, so that no layout needs to say it: a
 *     message that came as text; null for all others
 * @param envelope what came with this document and does not stand in it, such as a callback's {@code topic}
 */
public record Source(String name, StoreRegister stores, ZoneId zone, Charset charset, Map<String, String> envelope) {

    public Source {
        envelope = envelope == null ? Map.of() : Map.copyOf(envelope);
    }

    public Source(String name, StoreRegister stores, ZoneId zone, Charset charset) {
        this(name, stores, zone, charset, Map.of());
    }

    public Source(String name, StoreRegister stores, ZoneId zone) {
        this(name, stores, zone, null);
    }

    /** Of the store's times without offset; null when neither the register nor the source says it. */
    public ZoneId zoneOf(String store) {
        return stores == null ? zone : stores.store(store).map(Store::zone).orElse(zone);
    }

    /** What this document's bytes are in: what is known of them, else what the layout says. */
    public Charset charsetOr(Charset ofLayout) {
        return charset == null ? ofLayout : charset;
    }
}
