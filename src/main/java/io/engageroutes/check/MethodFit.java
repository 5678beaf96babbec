package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.Registry;

/** Whether a call as a route writes it finds one method, so that Camel need not guess. */
final class MethodFit {

    /** What Camel hands over by type, beside the body. */
    private static final Set<Class<?>> BY_TYPE = Set.of(
            Exchange.class, Message.class, CamelContext.class, TypeConverter.class, Registry.class, Exception.class);

    private MethodFit() {}

    /** Of all methods that a route may call. */
    static Set<String> names(Class<?> type) {
        return all(type).stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Method> all(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
                .filter(method -> type.isInterface() || !Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    /** What to do about it, or null when it fits. */
    static String wrong(Class<?> type, MethodText call) {
        List<Method> named = all(type).stream()
                .filter(method -> method.getName().equals(call.name()))
                .toList();
        if (named.isEmpty()) {
            Set<String> names = names(type);
            return Nearest.meant(call.name(), names, "it has " + Nearest.list(names));
        }
        List<Method> fitting =
                named.stream().filter(method -> fits(method, call)).toList();
        if (fitting.isEmpty()) {
            return "write " + named.stream().map(MethodFit::written).distinct().collect(Collectors.joining(" or "));
        }
        return fitting.size() == 1
                ? null
                : "several methods fit; say which by its arguments: "
                        + fitting.stream().map(MethodFit::written).collect(Collectors.joining(" or "));
    }

    private static boolean fits(Method method, MethodText call) {
        Parameter[] parameters = method.getParameters();
        if (!call.given()) {
            return Arrays.stream(parameters).filter(MethodFit::isFromTheBody).count() <= 1;
        }
        if (parameters.length != call.arguments().size()) {
            return false;
        }
        for (int at = 0; at < parameters.length; at++) {
            if (!takes(parameters[at].getType(), call.arguments().get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFromTheBody(Parameter parameter) {
        boolean annotated = Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getName().startsWith("org.apache.camel."));
        return !annotated && !BY_TYPE.contains(parameter.getType());
    }

    /** Only what is written out can be told; placeholders and expressions have a type when they are resolved. */
    private static boolean takes(Class<?> type, String argument) {
        boolean quoted = argument.matches("(?s)'.*'|\".*\"");
        if (argument.contains("${") || argument.contains("{{") || argument.equals("*") || argument.equals("null")) {
            return true;
        }
        if (argument.matches("-?[0-9]+([.][0-9]+)?")) {
            return Number.class.isAssignableFrom(type)
                    || type.isPrimitive() && type != boolean.class
                    || type == String.class
                    || type == Object.class;
        }
        if (argument.matches("true|false")) {
            return type == boolean.class || type == Boolean.class || type == String.class || type == Object.class;
        }
        return quoted || argument.matches("[\\w.]+([.]class)?");
    }

    private static String written(Method method) {
        return "`" + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")`";
    }
}
