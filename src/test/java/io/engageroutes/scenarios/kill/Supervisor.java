package io.engageroutes.scenarios.kill;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the application again whenever it is dead, as systemd or Kubernetes would. */
final class Supervisor implements Callable<Void> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Daemon application;
    private final Patience patience;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger starts = new AtomicInteger(1);

    Supervisor(Daemon application, Patience patience) {
        this.application = application;
        this.patience = patience;
    }

    @Override
    public Void call() throws InterruptedException {
        while (true) {
            patience.pause(LOOK_EVERY);
            if (!application.isAlive()) {
                starts.incrementAndGet();
                application.start();
            }
        }
    }

    void kill() {
        kills.incrementAndGet();
        application.kill();
    }

    int kills() {
        return kills.get();
    }

    /** How often the application gave up by itself. */
    int exits() {
        return starts.get() - 1 - kills.get();
    }
}
