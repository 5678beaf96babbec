package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.apache.camel.util.TimeUtils;

/** Holds endpoints against what Camel's catalog says of their components, as far as these are in the application. */
final class EndpointOptions {

    private static final Set<String> OWN = Set.of("kamelet");

    private final Components components;
    private final Consumer<Finding> findings;

    EndpointOptions(Components components, Consumer<Finding> findings) {
        this.components = components;
        this.findings = findings;
    }

    void check(Endpoint endpoint) {
        String scheme = scheme(endpoint);
        if (scheme == null || endpoint.dynamic() || OWN.contains(scheme)) {
            return;
        }
        ComponentModel component = components.component(scheme);
        if (component == null) {
            findings.accept(endpoint.uri()
                    .wrong(
                            "there is no component '" + scheme + "'",
                            Nearest.meant(
                                    scheme, components.names(), "there are " + Nearest.list(components.names()))));
            return;
        }
        if (endpoint.consumer() ? component.isProducerOnly() : component.isConsumerOnly()) {
            findings.accept(endpoint.uri()
                    .wrong(
                            "nothing can be " + (endpoint.consumer() ? "taken from" : "sent to") + " '" + scheme + "'",
                            endpoint.consumer()
                                    ? "begin the route with another component"
                                    : "send to another component"));
        }
        options(endpoint, component);
        required(endpoint, component);
    }

    /** An address in a setting is one of HTTP. */
    private static String scheme(Endpoint endpoint) {
        if (endpoint.scheme().isEmpty()) {
            return endpoint.path().matches("[{][{][^}]*url[}][}].*") ? "https" : null;
        }
        return endpoint.scheme();
    }

    private void options(Endpoint endpoint, ComponentModel component) {
        Map<String, EndpointOptionModel> known = new TreeMap<>();
        component.getEndpointOptions().forEach(option -> known.put(option.getName(), option));
        Map<String, Option> given = new HashMap<>();
        for (Option option : endpoint.options()) {
            if (given.putIfAbsent(option.name(), option) != null) {
                findings.accept(option.unknown("the option `" + option.name() + "` is given twice", "give it once"));
            }
            EndpointOptionModel model = known.get(option.name());
            if (model == null) {
                unknown(option, component, known);
            } else {
                side(endpoint, option, model);
                value(option, model);
            }
        }
    }

    private void unknown(Option option, ComponentModel component, Map<String, EndpointOptionModel> known) {
        boolean prefixed = known.values().stream()
                .anyMatch(model -> model.isMultiValue()
                        && model.getPrefix() != null
                        && option.name().startsWith(model.getPrefix()));
        // What a lenient component does not know it sends on, so only a slip of the pen is called one.
        boolean near = Nearest.to(option.name(), known.keySet(), option.name().length() < 5 ? 0 : 1)
                .isPresent();
        if (!prefixed && (near || !component.isLenientProperties())) {
            findings.accept(option.unknown(
                    "`" + option.name() + "` is no option of " + component.getScheme(),
                    Nearest.meant(
                            option.name(),
                            known.keySet(),
                            "Camel's page of the component " + component.getScheme() + " lists them all")));
        }
    }

    private void side(Endpoint endpoint, Option option, EndpointOptionModel model) {
        String label = model.getLabel() == null ? "" : model.getLabel();
        List<String> labels = List.of(label.split(","));
        boolean forConsumer = labels.contains("consumer");
        boolean forProducer = labels.contains("producer");
        if (forConsumer != forProducer && forConsumer != endpoint.consumer()) {
            findings.accept(option.unknown(
                    "`" + option.name() + "` counts only where messages " + (forConsumer ? "come from" : "go to"),
                    "take it out, or move it to the endpoint that it is for"));
        }
    }

    private void value(Option option, EndpointOptionModel model) {
        if (option.value() == null) {
            findings.accept(option.unknown(
                    "`" + option.name() + "` has no value", "give it one; a list is written with commas in one text"));
            return;
        }
        if (option.isResolvedLater()) {
            return;
        }
        String wrong = wrong(option.value(), model);
        if (wrong != null) {
            findings.accept(option.wrong("`" + option.name() + "` is '" + option.value() + "'", wrong));
        }
    }

    private static String wrong(String value, EndpointOptionModel model) {
        if (model.getEnums() != null && !model.getEnums().isEmpty()) {
            boolean known =
                    model.getEnums().stream().anyMatch(each -> plain(each).equals(plain(value)));
            return known ? null : Nearest.meant(value, model.getEnums(), "there are " + Nearest.list(model.getEnums()));
        }
        return switch (model.getType() == null ? "" : model.getType()) {
            case "boolean" -> value.matches("(?i)true|false") ? null : "true or false is meant";
            case "integer" -> value.matches("-?[0-9]+") ? null : "a whole number is meant";
            case "number" -> value.matches("-?[0-9]+([.][0-9]+)?") ? null : "a number is meant";
            case "duration" ->
                isDuration(value) ? null : "a number of milliseconds is meant, or a time such as 5s or 2m30s";
            default -> null;
        };
    }

    /** Camel takes the names of constants in any case, with or without hyphens. */
    private static String plain(String word) {
        return word.replaceAll("[-_]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isDuration(String value) {
        try {
            TimeUtils.toMilliSeconds(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void required(Endpoint endpoint, ComponentModel component) {
        if (!endpoint.isComplete()) {
            return;
        }
        Set<String> given = endpoint.options().stream().map(Option::name).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (EndpointOptionModel option : component.getEndpointOptions()) {
            boolean inPath = "path".equals(option.getKind()) && !endpoint.path().isBlank();
            if (option.isRequired() && !inPath && !given.contains(option.getName())) {
                missing.add(option.getName());
            }
        }
        if (!missing.isEmpty()) {
            findings.accept(endpoint.uri()
                    .wrong(
                            "'" + component.getScheme() + "' is not told " + Nearest.list(missing),
                            "add " + (missing.size() == 1 ? "it" : "them") + " under `parameters`"));
        }
    }
}
