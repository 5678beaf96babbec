package io.engageroutes.editing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.impl.engine.RouteService;

/** Which running route calls which, by {@code direct} and by kamelet. The route that a kamelet became is a part of its users. */
final class Calls {

    private final Map<String, Set<String>> callers = new HashMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();

    private Calls() {}

    static Calls of(CamelContext camel) {
        Calls calls = new Calls();
        Map<Endpoint, String> direct = new HashMap<>();
        for (Route route : camel.getRoutes()) {
            if (route.getEndpoint() instanceof DirectEndpoint) {
                direct.put(route.getEndpoint(), route.getId());
            }
        }
        for (Route route : camel.getRoutes()) {
            for (Endpoint endpoint : new RouteService(route).gatherEndpoints()) {
                if (endpoint instanceof KameletEndpoint kamelet) {
                    calls.kamelet(route, kamelet);
                } else if (endpoint != route.getEndpoint() && direct.containsKey(endpoint)) {
                    calls.call(route.getId(), direct.get(endpoint));
                }
            }
        }
        return calls;
    }

    private void kamelet(Route route, KameletEndpoint kamelet) {
        String part = kamelet.getRouteId();
        if (part.equals(route.getId())) {
            return; // its own way in and out
        }
        parts.computeIfAbsent(route.getId(), any -> new LinkedHashSet<>()).add(part);
        if (kamelet == route.getEndpoint()) {
            call(part, route.getId());
        } else {
            call(route.getId(), part);
        }
    }

    private void call(String from, String to) {
        callers.computeIfAbsent(to, any -> new LinkedHashSet<>()).add(from);
    }

    /** The routes that the kamelets of these routes became, and those of kamelets in these; only those that no other route uses. */
    Set<String> partsOfOnly(Set<String> routes) {
        Set<String> found = reachable(routes, parts);
        Set<String> others = new HashSet<>(parts.keySet());
        others.removeAll(routes);
        others.removeAll(found);
        others.forEach(other -> found.removeAll(parts.get(other)));
        found.removeAll(routes);
        return found;
    }

    /** All routes that are the part of another. */
    Set<String> parts() {
        Set<String> all = new HashSet<>();
        parts.values().forEach(all::addAll);
        return all;
    }

    /** Whoever calls one of these routes, directly or by way of others; without themselves. */
    Set<String> callersOf(Set<String> routes) {
        Set<String> found = reachable(routes, callers);
        found.removeAll(routes);
        return found;
    }

    private static Set<String> reachable(Set<String> from, Map<String, Set<String>> steps) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String next : steps.getOrDefault(open.removeFirst(), Set.of())) {
                if (found.add(next)) {
                    open.addLast(next);
                }
            }
        }
        return found;
    }
}
