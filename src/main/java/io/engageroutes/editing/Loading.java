package io.engageroutes.editing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RoutePolicyFactory;
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

    /** @param wanted by file, the ids of those of its routes that are added */
    void routes(Path copy, Map<String, Set<String>> wanted) throws Exception {
        List<RouteDefinition> called = new ArrayList<>();
        List<RouteDefinition> calling = new ArrayList<>();
        for (Map.Entry<String, Set<String>> file : wanted.entrySet()) {
            for (RouteDefinition route :
                    builder(copy, file.getKey()).configureRoutes(camel).getRoutes()) {
                if (file.getValue().contains(route.getRouteId())) {
                    boolean direct = route.getInput().getEndpointUri().startsWith("direct:");
                    (direct ? called : calling).add(route);
                }
            }
        }
        called.addAll(calling); // each starts at once
        started(() -> camel.addRoutes(new Adding(its -> model.addRouteDefinitions(called))));
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
            // its configurations are there already, and Camel would add them again
            started(() -> camel.addRoutes(new Adding(builder::addRoutesToCamelContext)));
            started(() -> camel.addTemplatedRoutes(builder));
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
     * Adds routes so that they start at once. The supervising controller is kept out: it starts them later, and a kamelet that has
     * not started by then is made twice. It has done its work when the application has started.
     */
    private void started(Step step) throws Exception {
        List<RoutePolicyFactory> factories = camel.getRoutePolicyFactories();
        List<RoutePolicyFactory> supervising = camel.isStarted()
                ? factories.stream()
                        .filter(factory -> factory.getClass().getName().contains("SupervisingRouteController"))
                        .toList()
                : List.of();
        boolean autoStartup = camel.isAutoStartup();
        factories.removeAll(supervising);
        try {
            if (camel.isStarted()) {
                camel.setAutoStartup(true);
            }
            step.run();
        } finally {
            camel.setAutoStartup(autoStartup);
            factories.addAll(supervising);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Addition {
        void to(CamelContext camel) throws Exception;
    }

    /** What Camel calls to have routes added. */
    private record Adding(Addition addition) implements RoutesBuilder {

        @Override
        public void addRoutesToCamelContext(CamelContext camel) throws Exception {
            addition.to(camel);
        }

        @Override
        public void addTemplatedRoutesToCamelContext(CamelContext camel) {}

        @Override
        public Set<String> updateRoutesToCamelContext(CamelContext camel) {
            return Set.of();
        }
    }
}
