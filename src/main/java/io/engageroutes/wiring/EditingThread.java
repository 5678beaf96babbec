package io.engageroutes.wiring;

import io.engageroutes.editing.LiveRoutes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the folder of routes again and again, until before the routes stop. It must not depend on the Camel context: Spring would
 * start that for it, before the routes are loaded.
 */
final class EditingThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EditingThread.class);
    private static final Duration LONGEST_EDIT = Duration.ofSeconds(30);

    private final LiveRoutes routes;
    private final Duration every;
    private ScheduledExecutorService worker;

    EditingThread(LiveRoutes routes, Duration every) {
        this.routes = routes;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        worker = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "routes-editing"));
        worker.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            routes.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The folder of routes could not be looked at: {}", e.getMessage(), e);
        }
    }

    /** An edit that is just being taken comes to its end. */
    @Override
    public synchronized void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LONGEST_EDIT.toSeconds(), TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** Stops before Camel does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
