package io.engageroutes.check;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.catalog.LanguageValidationResult;

/** Expressions in Simple that Camel cannot read, or reads otherwise than they look. */
final class Expressions {

    /** Steps that ask whether their expression holds; others want its value. */
    private static final Set<String> CONDITIONS = Set.of(
            "FilterDefinition", "WhenDefinition", "OnWhenDefinition", "ValidateDefinition", "InterceptDefinition");

    private final Components components;
    private final Consumer<Finding> findings;

    Expressions(Components components, Consumer<Finding> findings) {
        this.components = components;
        this.findings = findings;
    }

    void check(Element element) {
        if (element.is("SimpleExpression")) {
            Part text =
                    element.part().isText() ? element.part() : element.part().get("expression");
            simple(text, CONDITIONS.contains(String.valueOf(element.within())));
            grouping(text);
        } else if (element.is("LogDefinition")) {
            simple(element.part().isText() ? element.part() : element.part().get("message"), false);
        } else if (element.is("ToDynamicDefinition")) {
            simple(element.part().isText() ? element.part() : element.part().get("uri"), false);
        } else if (element.is("MethodCallExpression", "BeanDefinition")) {
            Part method = element.part().get("method");
            for (String argument : MethodText.of(method.text("")).arguments()) {
                if (argument.contains("${")) {
                    simple(method, argument, false);
                }
            }
        }
    }

    void check(Endpoint endpoint) {
        for (Option option : endpoint.options()) {
            boolean ofAScheme = option.name().equals("signed") && "take-callback".equals(Kamelets.name(endpoint));
            if (option.value() != null && option.value().contains("${") && !option.isInUri() && !ofAScheme) {
                simple(option.part(), option.value(), false);
            }
        }
    }

    private void simple(Part part, boolean predicate) {
        if (part.isText()) {
            simple(part, part.text(), predicate);
        }
    }

    private void simple(Part part, String text, boolean predicate) {
        String resolved = Placeholders.TEXT.matcher(text).replaceAll("x");
        if (resolved.isBlank()) {
            return;
        }
        LanguageValidationResult result = components.simple(resolved, predicate);
        if (!result.isSuccess()) {
            String error = result.getShortError() == null ? result.getError() : result.getShortError();
            findings.accept(part.wrong(
                    "Simple cannot read '" + shortened(text) + "'" + after(resolved, result.getIndex()),
                    "Camel says: " + error.lines().findFirst().orElse("").strip()));
        }
    }

    private static String after(String text, int index) {
        return index <= 0 || index >= text.length() ? "" : " from '" + shortened(text.substring(index)) + "'";
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void grouping(Part text) {
        for (String group : List.of("|| (", "&& (", "||(", "&&(")) {
            if (text.text("").contains(group)) {
                findings.accept(text.wrongAt(
                        group,
                        "Simple knows no parentheses to group conditions",
                        "write each alternative as a `when` or an `onException` of its own"));
                return;
            }
        }
    }
}
