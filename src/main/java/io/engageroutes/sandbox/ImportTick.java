package io.engageroutes.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs the import again and again; the pause between runs may change at any time. */
final class ImportTick implements AutoCloseable {

    private final Runnable run;
    private ScheduledExecutorService thread;
    private ScheduledFuture<?> ticks;

    ImportTick(Runnable run) {
        this.run = run;
    }

    /** From now on every so many milliseconds; 0 imports what waits and ticks no more. */
    synchronized void every(long millis) {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(ImportTick::thread);
        }
        if (ticks != null) {
            ticks.cancel(false);
        }
        ticks = millis == 0
                ? thread.schedule(run, 0, TimeUnit.MILLISECONDS)
                : thread.scheduleWithFixedDelay(run, millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread tick = new Thread(task, "engage-simulator-import");
        tick.setDaemon(true);
        return tick;
    }

    /** Ticks no more, until it is told to again. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
            ticks = null;
        }
    }
}
