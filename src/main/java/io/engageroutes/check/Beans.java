package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.RoutePolicy;

/** Every bean that a route names is there, and has the method that is called. */
final class Beans {

    /** Keys of steps and policies that name a bean, and what it must be. */
    private static final Map<String, Class<?>> KEYS = new TreeMap<>(Map.of(
            "executorService", ExecutorService.class,
            "aggregationStrategy", Object.class,
            "onPrepare", Processor.class,
            "idempotentRepository", IdempotentRepository.class,
            "errorHandlerRef", Object.class,
            "redeliveryPolicyRef", Object.class,
            "onRedeliveryRef", Processor.class,
            "onExceptionOccurredRef", Processor.class,
            "onPrepareFailureRef", Processor.class));

    private final Map<String, Class<?>> known;
    private final Components components;
    private final Consumer<Finding> findings;

    /** @param known the type of each; beans written in route files, of which no type is known, as Object */
    Beans(Map<String, Class<?>> known, Components components, Consumer<Finding> findings) {
        this.known = known;
        this.components = components;
        this.findings = findings;
    }

    /** The beans of the application, and those that the files make themselves. */
    static Map<String, Class<?>> known(Surroundings surroundings, List<RouteFile> files) {
        Map<String, Class<?>> known = new TreeMap<>(surroundings.beans());
        for (RouteFile file : files) {
            for (Element element : file.elements()) {
                String name = element.part().get("name").text();
                if (element.is("BeanFactoryDefinition") && name != null) {
                    known.put(name, Object.class);
                }
            }
        }
        return known;
    }

    void check(Element element) {
        Part part = element.part();
        if (element.is("BeanDefinition", "MethodCallExpression")) {
            called(part);
        } else if (element.is("ProcessDefinition")) {
            named(part.isText() ? part : part.get("ref"), Processor.class);
        } else if (element.is("RefErrorHandlerDefinition", "CustomLoadBalancerDefinition")) {
            named(part.isText() ? part : part.get("ref"), Object.class);
        } else if (element.is("RouteDefinition")) {
            Part policies = part.get("routePolicy");
            for (String name : policies.text("").split(",")) {
                named(policies, name.strip(), RoutePolicy.class);
            }
        }
        KEYS.forEach((key, type) -> named(part.get(key), type));
    }

    void check(Endpoint endpoint) {
        for (Option option : endpoint.options()) {
            if (option.value() != null
                    && option.value().startsWith("#")
                    && option.value().length() > 1) {
                named(option.part(), option.value(), components.typeOf(endpoint.scheme(), option.name()));
            }
        }
    }

    private void called(Part part) {
        Part ref = part.isText() ? part : part.get("ref");
        Class<?> type = ref.isText() ? named(ref, Object.class) : beanType(part.get("beanType"));
        if (type == null || type == Object.class) {
            return;
        }
        Part method = part.get("method");
        if (method.isMissing()
                && !Processor.class.isAssignableFrom(type)
                && MethodFit.names(type).size() > 1) {
            findings.accept(ref.name()
                    .wrong(
                            "the bean '" + ref.text(type.getSimpleName()) + "' has several methods",
                            "say which one as `method`: " + Nearest.list(MethodFit.names(type))));
        } else if (method.isText() && !MethodText.of(method.text()).name().contains("{{")) {
            String wrong = MethodFit.wrong(type, MethodText.of(method.text()));
            if (wrong != null) {
                findings.accept(method.wrong(
                        "'" + method.text() + "' is no call of the bean '" + ref.text(type.getSimpleName()) + "'",
                        wrong));
            }
        }
    }

    private Class<?> beanType(Part part) {
        return part.isText() && !part.text().contains("{{") ? ClassNames.load(part, findings) : null;
    }

    private Class<?> named(Part part, Class<?> wanted) {
        return named(part, part.text(), wanted);
    }

    /** Its type; null when there is none, or when it is told elsewhere or later. */
    private Class<?> named(Part part, String reference, Class<?> wanted) {
        if (reference == null || reference.isBlank() || reference.contains("{{") || reference.contains("${")) {
            return null;
        }
        String name = reference.replaceFirst("^#(bean:)?", "").replaceFirst("[?].*", "");
        if (name.contains(":")) {
            return null;
        }
        Class<?> type = known.get(name);
        if (type == null) {
            findings.accept(part.wrongAt(
                    name,
                    "there is no bean '" + name + "'",
                    Nearest.meant(name, known.keySet(), "name a bean of the application; beans are made in Java")));
        } else if (type != Object.class && !wanted.isAssignableFrom(type)) {
            findings.accept(part.wrongAt(
                    name,
                    "the bean '" + name + "' is a " + type.getSimpleName(),
                    (wanted.getSimpleName().matches("[AEIOU].*") ? "an " : "a ") + wanted.getSimpleName()
                            + " is meant"));
        }
        return type;
    }
}
