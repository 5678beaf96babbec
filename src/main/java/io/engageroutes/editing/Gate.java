package io.engageroutes.editing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets callers wait in front of a route for the moment in which it is replaced, instead of telling them that it is not there. */
public final class Gate {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Duration patience;

    /** @param patience how long a caller waits at most */
    public Gate(Duration patience) {
        this.patience = patience;
    }

    /** Returns false when the gate stayed closed for too long; else the caller leaves by {@link #leave}, in the same thread. */
    public boolean enter() throws InterruptedException {
        return lock.readLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void leave() {
        lock.readLock().unlock();
    }

    /** Waits for those inside; when one of them takes too long the gate stays open, and returns false. */
    boolean close() throws InterruptedException {
        return lock.writeLock().tryLock(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    }

    void open() {
        lock.writeLock().unlock();
    }
}
