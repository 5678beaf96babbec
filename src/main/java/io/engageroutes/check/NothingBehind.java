package io.engageroutes.check;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Language;
import org.apache.camel.support.ExpressionAdapter;

/** Beans by the names that the application has, with nothing behind them. */
final class NothingBehind implements BeanRepository {

    private static final String BEAN_LANGUAGE = "bean-language";

    private final Set<String> names;

    NothingBehind(Set<String> names) {
        this.names = names;
    }

    @Override
    public Object lookupByName(String name) {
        return names.contains(name) ? new Object() : null;
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        if (name.equals(BEAN_LANGUAGE) && type == Language.class) {
            return type.cast(new CallsNothing());
        }
        if (!names.contains(name)) {
            return null;
        }
        return type.cast(type.isInterface() ? proxy(type) : type == Object.class ? new Object() : null);
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(proxy, method, arguments));
    }

    private static Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "a bean";
            default ->
                method.getReturnType() == boolean.class
                        ? Boolean.FALSE
                        : method.getReturnType() == int.class ? Integer.valueOf(0) : null;
        };
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }

    /** Stands for the language of methods; that they exist was looked at before. */
    private static final class CallsNothing implements Language {

        @Override
        public Predicate createPredicate(String method) {
            return exchange -> false;
        }

        @Override
        public Expression createExpression(String method) {
            return new ExpressionAdapter() {};
        }
    }

    /** Stands for a step that calls a bean. */
    static Processor step() {
        return exchange -> {
            throw new IllegalStateException("routes are only looked at here");
        };
    }
}
