package io.engageroutes.engage;

import io.github.bucket4j.BlockingBucket;

/** Route step: waits for a turn, so that no API key ever sees more calls a second than it may. */
public final class EngageLimit {

    private final BlockingBucket bucket;

    /** @param bucket shared by all who use the same API key; null for no limit */
    public EngageLimit(BlockingBucket bucket) {
        this.bucket = bucket;
    }

    /** @throws EngageIsAway when the database that all instances share the limit in cannot be reached */
    public void acquire() throws InterruptedException {
        if (bucket == null) {
            return;
        }
        try {
            bucket.consume(1);
        } catch (RuntimeException away) {
            throw new EngageIsAway("the limit of calls cannot be looked up: " + away.getMessage());
        }
    }
}
