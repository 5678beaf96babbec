package io.engageroutes.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.camel.spi.RoutePolicy;

/** Every bean that a route names is there, and has the method that is called. */
final class Beans {

    private static final Set<String> KEYS = Set.of(
            "executorService",
            "aggregationStrategy",
            "onPrepare",
            "idempotentRepository",
            "errorHandlerRef",
            "redeliveryPolicyRef",
            "onRedeliveryRef",
            "onExceptionOccurredRef",
            "onPrepareFailureRef");

    private final Map<String, Class<?>> known;
    private final Consumer<Finding> findings;

    /** @param known the type of each; beans written in route files, of which no type is known, as Object */
    Beans(Map<String, Class<?>> known, Consumer<Finding> findings) {
        this.known = known;
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
        if (element.is("BeanDefinition", "MethodCallExpression")) {
            called(element.part());
        } else if (element.is("ProcessDefinition", "RefErrorHandlerDefinition", "CustomLoadBalancerDefinition")) {
            named(element.part().isText() ? element.part() : element.part().get("ref"), null);
        } else if (element.is("RouteDefinition")) {
            policies(element.part().get("routePolicy"));
        }
        KEYS.stream().sorted().map(element.part()::get).forEach(part -> named(part, null));
    }

    void check(Endpoint endpoint) {
        for (Option option : endpoint.options()) {
            if (option.value() != null
                    && option.value().startsWith("#")
                    && !option.value().equals("#")) {
                named(option.part(), option.value());
            }
        }
    }

    private void policies(Part part) {
        for (String name : part.text("").split(",")) {
            Class<?> type = name.isBlank() ? null : named(part, name.strip());
            if (type != null && type != Object.class && !RoutePolicy.class.isAssignableFrom(type)) {
                findings.accept(part.wrongAt(
                        name.strip(),
                        "the bean '" + name.strip() + "' is no route policy, it is a " + type.getSimpleName(),
                        "name a bean that is one"));
            }
        }
    }

    private void called(Part part) {
        Part ref = part.isText() ? part : part.get("ref");
        Class<?> type = ref.isText() ? named(ref, null) : beanType(part.get("beanType"));
        if (type == null || type == Object.class) {
            return;
        }
        String text = part.get("method").text();
        if (text != null && !text.contains("{{") || text != null && text.contains("(")) {
            String wrong = MethodFit.wrong(type, MethodText.of(text));
            if (wrong != null) {
                findings.accept(part.get("method")
                        .wrong(
                                "'" + text + "' is no call of the bean '" + ref.text(type.getSimpleName()) + "'",
                                wrong));
            }
        }
    }

    private Class<?> beanType(Part part) {
        return part.isText() && !part.text().contains("{{") ? ClassNames.load(part, findings) : null;
    }

    /** Its type; null when there is none. */
    private Class<?> named(Part part, String text) {
        String reference = text == null ? part.text() : text;
        if (reference == null || reference.contains("{{") || reference.contains("${")) {
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
        }
        return type;
    }
}
