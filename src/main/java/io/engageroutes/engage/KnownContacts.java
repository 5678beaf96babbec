package io.engageroutes.engage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Receipt;
import java.time.Duration;
import java.util.List;

/** Route steps that remember which contacts Engage knows, so that each is looked up once in a while and not for every receipt. */
public final class KnownContacts {

    private static final int MOST = 200_000;

    private final Cache<ContactKey, Boolean> known;

    /** @param remembered for how long a contact that was found counts as known */
    public KnownContacts(Duration remembered) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(remembered)
                .build();
    }

    /** A contact id was given out by Engage itself, and its look-up does not find contacts by it. */
    public boolean knows(Receipt receipt) {
        if (receipt.contactKeys().get(0).type() == ContactKeyType.contactId) {
            return true;
        }
        return known.getIfPresent(receipt.contactKeys().get(0)) != null;
    }

    public void remember(Receipt receipt) {
        known.put(receipt.contactKeys().get(0), Boolean.TRUE);
    }

    /** The same of keys that lead to a contact which was found or created. */
    public void rememberAll(List<ContactKey> keys) {
        keys.forEach(key -> known.put(key, Boolean.TRUE));
    }
}
