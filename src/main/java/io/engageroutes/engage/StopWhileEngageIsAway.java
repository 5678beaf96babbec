package io.engageroutes.engage;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Route policy: the route consumes nothing while the circuit to Engage is open; its messages stay on the broker. */
public final class StopWhileEngageIsAway extends RoutePolicySupport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopWhileEngageIsAway.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EngageCircuit circuit;
    private final Set<Route> routes = ConcurrentHashMap.newKeySet();
    private final Set<Route> stopped = new HashSet<>(); // only the worker touches it
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "stop-while-engage-is-away"),
            new ThreadPoolExecutor.DiscardPolicy()); // the circuit may still change when the routes are gone

    public StopWhileEngageIsAway(EngageCircuit circuit) {
        this.circuit = circuit;
        circuit.onChange(() -> worker.execute(() -> routes.forEach(this::adjust)));
    }

    @Override
    public void onStart(Route route) {
        routes.add(route);
        worker.execute(() -> adjust(route));
    }

    @Override
    public void onStop(Route route) {
        routes.remove(route);
        worker.execute(() -> stopped.remove(route));
    }

    /** Somebody else holds the route, such as an edit: what becomes of its consumer is not ours to say until it is resumed. */
    @Override
    public void onSuspend(Route route) {
        onStop(route);
        awaitWorker();
    }

    @Override
    public void onResume(Route route) {
        onStart(route);
    }

    /** An adjustment that has begun may still start the consumer. */
    private void awaitWorker() {
        try {
            worker.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The last adjustment has not ended", e);
        }
    }

    /** Reads the circuit anew, so that the last change wins whatever order the events come in. */
    private void adjust(Route route) {
        if (!routes.contains(route)) {
            return;
        }
        boolean stop = circuit.isOpen();
        try {
            if (stop && !stopped.contains(route)) {
                LOG.info("Route {} stops consuming", route.getRouteId()); // the circuit has said why
                suspendOrStopConsumer(route.getConsumer());
                stopped.add(route);
            } else if (!stop && stopped.contains(route)) {
                LOG.info("Route {} consumes again", route.getRouteId());
                resumeOrStartConsumer(route.getConsumer());
                stopped.remove(route);
            }
        } catch (Exception e) {
            LOG.error("Route {} could not be stopped or started: {}", route.getRouteId(), e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
