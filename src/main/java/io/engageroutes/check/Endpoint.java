package io.engageroutes.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as a route names it.
 *
 * @param scheme the component; empty when the uri begins with a placeholder
 * @param path what stands between the scheme and the options in the uri
 * @param options those in the uri and those under `parameters`
 * @param uri where it is written
 * @param owner the route
 * @param consumer whether messages come from it
 * @param isComplete whether all options could be read
 * @param dynamic whether its uri is an expression
 */
record Endpoint(
        String scheme,
        String path,
        List<Option> options,
        Part uri,
        Owner owner,
        boolean consumer,
        boolean isComplete,
        boolean dynamic) {

    private static final Pattern URI = Pattern.compile("(?s)([a-zA-Z][a-zA-Z0-9+.-]*)(?::([^?]*))?(?:[?](.*))?");
    private static final Pattern PAIR = Pattern.compile("([^=&]+)=((?:RAW\\(.*?\\)|RAW\\{.*?}|[^&])*)");

    /** What an element names, if it names one. */
    static Optional<Endpoint> of(Element element) {
        boolean consumer = element.is("FromDefinition", "RouteFromDefinitionDeserializer", "PollDefinition");
        if (element.is("DeadLetterChannelDefinition")) {
            return of(element, element.part().get("deadLetterUri"), false);
        }
        if (!consumer && !element.is("ToDefinition", "ToDynamicDefinition", "WireTapDefinition")) {
            return Optional.empty();
        }
        return of(
                element,
                element.part().isText() ? element.part() : element.part().get("uri"),
                consumer);
    }

    private static Optional<Endpoint> of(Element element, Part uri, boolean consumer) {
        if (!uri.isText()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        Matcher parts = URI.matcher(uri.text());
        boolean plain = parts.matches();
        int query = uri.text().indexOf('?');
        if (query >= 0 && !uri.text().startsWith("{{?")) {
            Matcher pair = PAIR.matcher(uri.text().substring(query + 1));
            while (pair.find()) {
                options.add(new Option(pair.group(1), pair.group(2), uri, true));
            }
        }
        Part parameters = element.part().get("parameters");
        for (Part.Entry entry : parameters.entries()) {
            options.add(new Option(entry.key().text(""), entry.value().text(), entry.value(), false));
        }
        boolean dynamic = element.is("ToDynamicDefinition", "WireTapDefinition")
                && uri.text().contains("${");
        return Optional.of(new Endpoint(
                plain ? parts.group(1) : "",
                plain ? text(parts.group(2)) : uri.text(),
                options,
                uri,
                element.owner(),
                consumer,
                parameters.isMissing() || parameters.isGroup(),
                dynamic));
    }

    private static String text(String group) {
        return group == null ? "" : group.replaceFirst("^//", "");
    }

    Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    String value(String name) {
        return option(name).map(Option::value).orElse(null);
    }

    /** What it is called, for the components that have one name: in the uri, or as that option. */
    String called(String name) {
        return path.isEmpty() ? value(name) : path.replaceFirst("/.*", "");
    }

    /** Where its name stands. */
    Part place(String name) {
        return path.isEmpty() ? option(name).map(Option::part).orElse(uri) : uri;
    }
}
