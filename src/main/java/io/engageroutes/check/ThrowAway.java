package io.engageroutes.check;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.BeanScope;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanProcessorFactory;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel context that builds all routes and starts none, with nothing behind their endpoints and beans. */
final class ThrowAway implements AutoCloseable {

    /** These reach nothing outside, and Camel itself asks for them. */
    private static final Set<String> INSIDE = Set.of("kamelet", "bean", "class");

    private final DefaultCamelContext camel;
    private final List<Finding> findings = new ArrayList<>();

    ThrowAway(Path routes, Surroundings surroundings, Set<String> beans, Set<String> components) {
        camel = new DefaultCamelContext(new DefaultRegistry(new NothingBehind(beans)));
        camel.disableJMX();
        camel.setAutoStartup(false);
        camel.setStreamCaching(false);
        camel.setAutowiredEnabled(false); // what stands behind an edge is no component of its kind
        camel.getPropertiesComponent().addPropertiesSource(new NeutralSettings(surroundings));
        camel.getCamelContextExtension().addContextPlugin(BeanProcessorFactory.class, new NoCalls());
        for (String name : components) {
            if (!INSIDE.contains(name)) {
                camel.addComponent(name, new Edge());
            }
        }
        KameletComponent kamelets = new KameletComponent();
        kamelets.setLocation("file:" + routes.resolve("kamelets"));
        camel.addComponent("kamelet", kamelets);
    }

    /** What is refused; in a file with several faults the first. */
    List<Finding> build(Map<RouteFile, String> files) {
        camel.start();
        Map<RouteFile, List<RoutesBuilder>> builders = new LinkedHashMap<>();
        files.forEach((file, text) -> attempt(
                file,
                () -> builders.put(
                        file,
                        List.copyOf(PluginHelper.getRoutesLoader(camel)
                                .findRoutesBuilders(ResourceHelper.fromString("file:" + file.file(), text))))));
        builders.forEach((file, all) -> attempt(file, () -> {
            for (RoutesBuilder builder : all) {
                if (builder instanceof RouteConfigurationsBuilder configurations) {
                    camel.addRoutesConfigurations(configurations);
                }
            }
        }));
        builders.forEach((file, all) -> attempt(file, () -> {
            for (RoutesBuilder builder : all) {
                camel.addRoutes(builder);
            }
        }));
        return findings;
    }

    /** Camel's own steps throw what they like. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private void attempt(RouteFile file, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            findings.add(LoaderFault.of(file, e));
        }
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** That methods exist was looked at before. */
    private static final class NoCalls implements BeanProcessorFactory {

        @Override
        public Processor createBeanProcessor(CamelContext context, Object bean, Method method) {
            return NothingBehind.step();
        }

        @Override
        public Processor createBeanProcessor(
                CamelContext context,
                Object bean,
                String beanType,
                Class<?> type,
                String ref,
                String method,
                BeanScope scope) {
            return NothingBehind.step();
        }
    }
}
