package io.engageroutes.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ShutdownAware;

/** Takes routes out of Camel with all that they left in it. */
final class Removing {

    private final ModelCamelContext camel;
    private final Model model;
    private final Doors doors;

    Removing(CamelContext camel, Doors doors) {
        this.camel = (ModelCamelContext) camel;
        this.model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        this.doors = doors;
    }

    /** Those that take from outside first: then nobody calls the others any more. */
    void remove(Set<String> routes) throws Exception {
        List<String> called = new ArrayList<>();
        for (String id : routes) {
            if (isCalled(camel.getRoute(id))) {
                called.add(id);
            } else {
                remove(id);
            }
        }
        for (String id : called) {
            remove(id);
        }
    }

    private static boolean isCalled(Route route) {
        return route != null
                && route.getConsumer() instanceof ShutdownAware aware
                && aware.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
    }

    private void remove(String id) throws Exception {
        Route route = camel.getRoute(id);
        camel.getRouteController().stopRoute(id);
        camel.removeRoute(id);
        if (route != null && route.getConsumer() != null) {
            doors.remove(route.getConsumer());
        }
        RouteDefinition definition = model.getRouteDefinition(id);
        if (definition != null) {
            model.removeRouteDefinition(definition);
        }
    }

    /** The parts made of kamelets that no route uses any more; Camel leaves them running. */
    void removeParts() throws Exception {
        Set<String> unused = new LinkedHashSet<>();
        for (RouteDefinition definition : model.getRouteDefinitions()) {
            if (Boolean.TRUE.equals(definition.isKamelet())) {
                unused.add(definition.getRouteId());
            }
        }
        unused.removeAll(Calls.of(camel).parts());
        remove(unused);
    }
}
