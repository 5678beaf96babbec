package io.engageroutes.editing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes that take nothing new for a while and finish what they have. Nothing is interrupted: a thread that is, while it writes to the
 * embedded database, takes that down with it.
 */
final class Hold {

    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);
    private static final int STEP_MILLIS = 10;

    private final CamelContext camel;
    private final List<Route> routes;
    private final List<Route> held = new ArrayList<>();

    Hold(CamelContext camel, Set<String> ids) {
        this.camel = camel;
        this.routes =
                ids.stream().map(camel::getRoute).filter(route -> route != null).toList();
    }

    /** Lets them end what they have. */
    void begin() {
        for (Route route : routes) {
            Consumer consumer = route.getConsumer();
            boolean runs =
                    camel.getRouteController().getRouteStatus(route.getId()).isStarted();
            if (runs && takesFromOutside(consumer)) {
                policies(route, RoutePolicy::onSuspend);
                ServiceHelper.suspendService(consumer);
                if (consumer instanceof ScheduledPollConsumer && consumer instanceof ShutdownAware files) {
                    files.deferShutdown(
                            ShutdownRunningTask.CompleteCurrentTaskOnly); // the file, and not all of the folder
                }
                held.add(route);
            }
        }
    }

    /** Those that other routes call must go on, or what is under way would never end. */
    private static boolean takesFromOutside(Consumer consumer) {
        boolean called = !(consumer instanceof ScheduledPollConsumer)
                && consumer instanceof ShutdownAware aware
                && aware.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
        return !called && consumer instanceof Suspendable;
    }

    /** @throws StillBusy when they do not come to an end in time */
    void awaitEnd(Duration patience) throws StillBusy, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int quiet = 0;
        while (quiet < 2) { // what was taken just before may not be counted yet
            Set<String> busy = busy();
            quiet = busy.isEmpty() ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new StillBusy(busy);
            }
            Thread.sleep(STEP_MILLIS);
        }
    }

    private Set<String> busy() {
        Set<String> busy = new LinkedHashSet<>();
        for (Route route : routes) {
            boolean looks = route.getConsumer() instanceof ScheduledPollConsumer poller && poller.isPolling();
            if (looks || camel.getInflightRepository().size(route.getId()) > 0) {
                busy.add(route.getId());
            }
        }
        return busy;
    }

    /** Those that are still there take again. */
    void release() {
        for (Route route : held) {
            if (camel.getRoute(route.getId()) == route) {
                try {
                    if (route.getConsumer() instanceof ShutdownAware files) {
                        files.prepareShutdown(true, false); // forgets that it was to end with one file
                    }
                    ServiceHelper.resumeService(route.getConsumer());
                    policies(route, RoutePolicy::onResume);
                } catch (RuntimeException e) {
                    LOG.error("Route {} does not go on after an edit: {}", route.getId(), e.getMessage(), e);
                }
            }
        }
        held.clear();
    }

    private static void policies(Route route, BiConsumer<RoutePolicy, Route> tell) {
        if (route.getRoutePolicyList() != null) {
            route.getRoutePolicyList().forEach(policy -> tell.accept(policy, route));
        }
    }
}
