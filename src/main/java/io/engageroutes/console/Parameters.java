package io.engageroutes.console;

import io.engageroutes.delivery.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parameters of a query. One with an unknown name is refused: it would silently find too much. */
final class Parameters {

    private static final int USUAL_LIMIT = 100;
    private static final int MOST_ROWS = 1000;
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> repeated = new HashMap<>();

    private Parameters() {}

    /** Reads those of the request; blank ones are as good as not given. */
    static Parameters of(HttpServletRequest request, List<String> names) {
        return of(request, names, List.of());
    }

    /** @param repeatable further names, which may stand more than once */
    static Parameters of(HttpServletRequest request, List<String> names, List<String> repeatable) {
        TreeSet<String> known = new TreeSet<>(names);
        known.addAll(repeatable);
        known.add(LIMIT);
        known.add(OFFSET);
        Parameters parameters = new Parameters();
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refused.badRequest(
                        "unknown-parameter", "'" + name + "' is not known here; there are " + String.join(", ", known));
            }
            if (repeatable.contains(name)) {
                parameters.repeated.put(
                        name,
                        Stream.of(values).filter(value -> !value.isBlank()).toList());
                return;
            }
            if (values.length > 1) {
                throw Refused.badRequest("repeated-parameter", "'" + name + "' may stand only once");
            }
            if (!values[0].isBlank()) {
                parameters.values.put(name, values[0]);
            }
        });
        return parameters;
    }

    /** Null when it was not given. */
    String text(String name) {
        return values.get(name);
    }

    /** Of one that may be repeated. */
    List<String> all(String name) {
        return repeated.getOrDefault(name, List.of());
    }

    Map<String, String> without(String... names) {
        Map<String, String> others = new HashMap<>(values);
        List.of(names).forEach(others::remove);
        return others;
    }

    Map<String, String> filters() {
        return without(LIMIT, OFFSET);
    }

    Page.Cut cut() {
        return new Page.Cut((int) number(LIMIT, USUAL_LIMIT, 1, MOST_ROWS), number(OFFSET, 0, 0, Integer.MAX_VALUE));
    }

    private long number(String name, long usual, long least, long most) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        if (text.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refused.badRequest(
                "invalid-parameter", name + "='" + text + "' must be a whole number from " + least + " to " + most);
    }
}
