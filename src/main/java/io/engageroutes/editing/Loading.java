package io.engageroutes.editing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Brings what stands in files into Camel, by Camel's own loader. */
final class Loading {

    private final CamelContext camel;
    private final Model model;

    Loading(CamelContext camel) {
        this.camel = camel;
        this.model = camel.getCamelContextExtension().getContextPlugin(Model.class);
    }

    /** Puts these in place of all that there were; routes that run keep what they were made with. */
    void configurations(Path copy, Collection<String> files) throws Exception {
        model.getRouteConfigurationDefinitions().clear();
        for (String file : files) {
            if (builder(copy, file) instanceof RouteConfigurationsBuilder configurations) {
                camel.addRoutesConfigurations(configurations);
            }
        }
    }

    /** @param changed their names; the others are in Camel already */
    void kamelets(Path copy, WantedRoutes wanted, Set<String> changed) throws Exception {
        for (RouteTemplateDefinition template : List.copyOf(model.getRouteTemplateDefinitions())) {
            String name = template.getId();
            if (changed.contains(name) || !wanted.kameletFiles().containsKey(name)) {
                model.removeRouteTemplateDefinition(template);
            }
        }
        for (String name : changed) {
            camel.addRoutes(builder(copy, wanted.kameletFiles().get(name)));
        }
    }

    /** Some routes of a file. */
    void routes(Path copy, String file, Set<String> ids) throws Exception {
        RouteBuilder builder = builder(copy, file);
        camel.addRoutes(new Some(builder, ids));
    }

    /** All that is in the file. Adds the ids of the routes to {@code ids}, also when it throws. */
    void file(Path copy, String file, Set<String> ids) throws Exception {
        Set<String> before = definitions();
        try {
            RouteBuilder builder = builder(copy, file);
            for (RestDefinition rest : List.copyOf(model.getRestDefinitions())) {
                if (rest.getResource() != null
                        && rest.getResource().getLocation().endsWith(file)) {
                    model.getRestDefinitions().remove(rest);
                }
            }
            camel.addRoutes(new Some(builder, null));
            camel.addTemplatedRoutes(builder);
        } finally {
            ids.addAll(definitions());
            ids.removeAll(before);
        }
    }

    private Set<String> definitions() {
        Set<String> ids = new HashSet<>();
        for (RouteDefinition definition : model.getRouteDefinitions()) {
            if (!Boolean.TRUE.equals(definition.isKamelet())) {
                ids.add(definition.getRouteId());
            }
        }
        return ids;
    }

    private RouteBuilder builder(Path copy, String file) throws Exception {
        Resource resource = ResourceHelper.resolveMandatoryResource(
                camel, "file:" + copy.resolve(file).toAbsolutePath());
        Collection<RoutesBuilder> builders = PluginHelper.getRoutesLoader(camel).findRoutesBuilders(List.of(resource));
        return (RouteBuilder) builders.iterator().next();
    }

    /**
     * Starts what was added, unless it is not to start by itself; what is called first, then what takes from outside.
     *
     * @param before the routes that there were already, whatever state they are in
     */
    void start(Collection<Route> before) throws Exception {
        if (!camel.isStarted()) {
            return; // it all starts with Camel
        }
        List<Route> calling = new ArrayList<>();
        for (Route route : List.copyOf(camel.getRoutes())) {
            if (!before.contains(route) && isToStart(route)) {
                String uri = route.getEndpoint().getEndpointUri();
                if (uri.startsWith("direct:") || uri.startsWith("kamelet:")) {
                    camel.getRouteController().startRoute(route.getId());
                } else {
                    calling.add(route);
                }
            }
        }
        for (Route route : calling) {
            camel.getRouteController().startRoute(route.getId());
        }
    }

    private boolean isToStart(Route route) {
        boolean stopped =
                camel.getRouteController().getRouteStatus(route.getId()).isStopped();
        boolean byItself = camel.getRouteController() instanceof SupervisingRouteController supervisor
                ? supervisor.getControlledRoutes().contains(route)
                : route.isAutoStartup();
        return stopped && byItself;
    }

    /** The routes of a file with some ids, or all; its configurations are there already. */
    private record Some(RouteBuilder builder, Set<String> ids) implements RoutesBuilder {

        @Override
        public void addRoutesToCamelContext(CamelContext camel) throws Exception {
            if (ids == null) {
                builder.addRoutesToCamelContext(camel);
                return;
            }
            List<RouteDefinition> routes = builder.configureRoutes(camel).getRoutes().stream()
                    .filter(route -> ids.contains(route.getRouteId()))
                    .toList();
            camel.getCamelContextExtension().getContextPlugin(Model.class).addRouteDefinitions(routes);
        }

        @Override
        public void addTemplatedRoutesToCamelContext(CamelContext camel) throws Exception {
            builder.addTemplatedRoutesToCamelContext(camel);
        }

        @Override
        public Set<String> updateRoutesToCamelContext(CamelContext camel) throws Exception {
            return builder.updateRoutesToCamelContext(camel);
        }
    }
}
