package io.engageroutes.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.catalog.LanguageValidationResult;
import org.apache.camel.catalog.impl.DefaultRuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.tooling.model.ComponentModel;

/** Camel's own description of the components and languages that are in the application. */
final class Components {

    private static final String LISTS = "META-INF/services/org/apache/camel/component.properties";

    private final DefaultRuntimeCamelCatalog catalog = new DefaultRuntimeCamelCatalog();
    private final Map<String, Optional<ComponentModel>> models = new ConcurrentHashMap<>();
    private final Map<String, LanguageValidationResult> expressions = new ConcurrentHashMap<>();
    private final Set<String> names = onClasspath();

    Components() {
        catalog.setCamelContext(new DefaultCamelContext());
        catalog.start();
    }

    private static Set<String> onClasspath() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL list : Collections.list(Components.class.getClassLoader().getResources(LISTS))) {
                Properties properties = new Properties();
                try (InputStream stream = list.openStream()) {
                    properties.load(stream);
                }
                names.addAll(Arrays.asList(
                        properties.getProperty("components", "").trim().split(" +")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    Set<String> names() {
        return names;
    }

    /** Null when there is none of that name. */
    ComponentModel component(String scheme) {
        return models.computeIfAbsent(scheme, name -> Optional.ofNullable(catalog.componentModel(name)))
                .orElse(null);
    }

    /** What an option takes; Object when that is not known. */
    Class<?> typeOf(String scheme, String option) {
        ComponentModel model = scheme.isEmpty() ? null : component(scheme);
        String name = model == null
                ? null
                : model.getEndpointOptions().stream()
                        .filter(each -> each.getName().equals(option))
                        .findFirst()
                        .map(ComponentModel.EndpointOptionModel::getJavaType)
                        .orElse(null);
        try {
            return name == null ? Object.class : Class.forName(name, false, Components.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError primitive) {
            return Object.class;
        }
    }

    /** Whether Camel's language Simple takes the text, with placeholders already replaced. */
    LanguageValidationResult simple(String text, boolean predicate) {
        ClassLoader loader = Components.class.getClassLoader();
        return expressions.computeIfAbsent(
                predicate + text,
                any -> predicate
                        ? catalog.validateLanguagePredicate(loader, "simple", text)
                        : catalog.validateLanguageExpression(loader, "simple", text));
    }
}
