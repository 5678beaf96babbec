package io.engageroutes.check;

import java.util.Set;
import java.util.function.Consumer;

/** Java classes that routes name: exceptions, result types. */
final class ClassNames {

    /** Those that Camel knows without their package. */
    private static final Set<String> SHORT = Set.of(
            "byte", "short", "int", "long", "float", "double", "boolean", "char", "byte[]", "Byte", "Short", "Integer",
            "Long", "Float", "Double", "Boolean", "String", "Object");

    private final Consumer<Finding> findings;

    ClassNames(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void check(Element element) {
        if (element.is("OnExceptionDefinition", "CatchDefinition")) {
            Part exceptions = element.part().get("exception");
            exceptions.items().forEach(this::exception);
            if (exceptions.isText() && !exceptions.text().contains(",")) {
                exception(exceptions);
            }
            if (exceptions.isMissing()
                    || exceptions.isList() && exceptions.items().isEmpty()) {
                findings.accept(
                        element.part().name().wrong("no `exception` is named", "add it, a list of exception classes"));
            }
        } else if (element.is("ThrowExceptionDefinition")) {
            exception(element.part().get("exceptionType"));
        }
        Part result = element.part().get("resultType");
        if (result.isText() && !result.text().contains("{{")) {
            load(result, findings);
        }
    }

    private void exception(Part part) {
        if (part.isText() && !part.text().contains("{{")) {
            Class<?> type = load(part, findings);
            if (type != null && !Throwable.class.isAssignableFrom(type)) {
                findings.accept(part.wrong(part.text() + " is no exception", "name the class of an exception"));
            }
        }
    }

    /** Null when there is none; that was said then. */
    static Class<?> load(Part part, Consumer<Finding> findings) {
        try {
            return Class.forName(part.text(), false, ClassNames.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            if (SHORT.contains(part.text())) {
                return Object.class;
            }
            findings.accept(part.wrong(
                    "there is no class " + part.text(),
                    "write its whole name with the package, such as java.io.IOException"));
            return null;
        }
    }
}
