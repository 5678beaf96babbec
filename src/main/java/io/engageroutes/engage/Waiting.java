package io.engageroutes.engage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Those who wait until something has changed. */
final class Waiting {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /**
     * Waits for a change while that is so.
     *
     * @throws EngageIsAway when the application stops meanwhile
     */
    void during(BooleanSupplier state) {
        lock.lock();
        try {
            if (state.getAsBoolean()) {
                changed.await(1, TimeUnit.SECONDS); // bounded, because a change may come just before
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngageIsAway("the application stops");
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
