package io.engageroutes.editing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets callers wait in front of a route that is not there for a moment, because it is being started or replaced, instead of telling them
 * that there is none: a shop that hears 404 too often calls no more.
 */
public final class Gate {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Duration patience;
    private volatile boolean ended;

    /** @param patience how long a caller waits at most */
    public Gate(Duration patience) {
        this.patience = patience;
    }

    /** The routes answer from now on. */
    public void begin() {
        begun.countDown();
    }

    /** The routes are about to stop: nobody waits any more, nor comes in. */
    public void end() {
        ended = true;
        begun.countDown();
    }

    /** Returns false when the gate stayed closed for too long, or for good; else the caller leaves by {@link #leave}, in the same thread. */
    public boolean enter() throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        return begun.await(patience.toNanos(), TimeUnit.NANOSECONDS)
                && !ended
                && lock.readLock().tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS);
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
