package io.engageroutes.scenarios.kill;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends at once when the run ends. */
final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final CountDownLatch ended = new CountDownLatch(1);

    void end() {
        ended.countDown();
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    void pause(Duration time) throws InterruptedException {
        if (ended.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the run has ended");
        }
    }

    /** @throws Impatient when it did not come true within the limit */
    void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        long last = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > last) {
                throw new Impatient("not within " + limit.toSeconds() + " s: " + what);
            }
            pause(LOOK_EVERY);
        }
    }

    static final class Impatient extends Exception {

        Impatient(String message) {
            super(message);
        }
    }
}
