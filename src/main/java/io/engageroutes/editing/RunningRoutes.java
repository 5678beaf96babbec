package io.engageroutes.editing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/**
 * The routes in Camel, replaced one by one by those of another version of the folder. What feeds a route that is replaced takes
 * nothing meanwhile, and all that is under way comes to its end first; what has nothing to do with it runs on.
 */
final class RunningRoutes {

    /** For a document that is just being read, or a database that is just away; then it is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CamelContext camel;
    private final Loading loading;
    private final Removing removing;
    private final Gate gate;
    /** What is done when the old routes have ended and the new ones are not there yet. */
    @FunctionalInterface
    interface Between {
        void run() throws IOException;
    }

    private WantedRoutes applied = WantedRoutes.none();

    /** The units that run, which are not those of one version while a change is under way or has failed. */
    private final Map<String, Unit> running = new LinkedHashMap<>();

    /** By unit, the ids of the routes that it became. */
    private final Map<String, Set<String>> ids = new HashMap<>();

    RunningRoutes(CamelContext camel, Gate gate, Doors doors) {
        this.camel = camel;
        this.gate = gate;
        this.loading = new Loading(camel);
        this.removing = new Removing(camel, doors);
    }

    /**
     * Becomes what is wanted. When it throws, anything between may run; becoming the version before puts that back.
     *
     * @param copy where the files are
     * @return the units that were replaced, added or removed
     * @throws StillBusy when something is under way for too long; nothing has changed then
     * @throws Exception when Camel does not take the new routes
     */
    Set<String> become(WantedRoutes wanted, Path copy, Between between) throws Exception {
        Set<String> goes = new LinkedHashSet<>(running.keySet());
        goes.removeIf(name -> running.get(name).isAs(wanted.units().get(name)));
        Set<String> comes = new LinkedHashSet<>(wanted.units().keySet());
        comes.removeIf(name -> wanted.units().get(name).isAs(running.get(name)));

        if (goes.isEmpty() && comes.isEmpty()) {
            between.run();
            return Set.of();
        }
        Set<String> routes = new LinkedHashSet<>();
        goes.forEach(name -> routes.addAll(ids.get(name)));
        Calls calls = Calls.of(camel);
        routes.addAll(calls.partsOfOnly(routes));
        Set<String> concerned = new LinkedHashSet<>(routes);
        concerned.addAll(calls.callersOf(routes));

        Hold hold = new Hold(camel, concerned);
        boolean closed = answersHttp(concerned) && gate.close();
        try {
            hold.begin();
            hold.awaitEnd(PATIENCE);
            removing.remove(routes);
            goes.forEach(name -> {
                running.remove(name);
                ids.remove(name);
            });
            between.run();
            replace(wanted, copy, comes);
        } finally {
            hold.release();
            if (closed) {
                gate.open();
            }
        }
        Set<String> changed = new TreeSet<>(goes);
        changed.addAll(comes);
        return changed;
    }

    private void replace(WantedRoutes wanted, Path copy, Set<String> comes) throws Exception {
        loading.configurations(copy, wanted.configuring());
        loading.kamelets(copy, wanted, wanted.kameletsUnlike(applied));
        applied = wanted;
        Map<String, Set<String>> byFile = new LinkedHashMap<>();
        for (String name : comes) {
            Unit unit = wanted.units().get(name);
            running.put(name, unit);
            if (unit.isFile()) {
                ids.put(name, new LinkedHashSet<>());
            } else {
                ids.put(name, Set.of(name));
                byFile.computeIfAbsent(unit.file(), any -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        loading.routes(copy, byFile);
        for (String name : comes) {
            if (running.get(name).isFile()) {
                loading.file(copy, name, ids.get(name));
            }
        }
        removing.removeParts();
    }

    boolean isStarted() {
        return camel.isStarted();
    }

    private boolean answersHttp(Set<String> routes) {
        for (String id : routes) {
            Route route = camel.getRoute(id);
            if (route != null && route.getEndpoint().getEndpointUri().startsWith("platform-http")) {
                return true;
            }
        }
        return false;
    }
}
