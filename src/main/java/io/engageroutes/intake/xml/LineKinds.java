package io.engageroutes.intake.xml;

import io.engageroutes.receipt.LineKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The group {@code kinds} of a profile: kinds of lines, each with the values of the document that mean it. */
public final class LineKinds {

    private LineKinds() {}

    /** The kind by value; a key that is no kind, and a value under two of them, is a fault. */
    public static Map<String, LineKind> read(ProfileSection section) {
        Map<String, LineKind> known = new HashMap<>();
        for (LineKind kind : LineKind.values()) {
            known.put(kind.name(), kind);
        }
        section.everyKey().keySet().stream()
                .filter(name -> !known.containsKey(name))
                .forEach(name -> section.fault(name, name, "must be one of " + Arrays.toString(LineKind.values())));
        Map<String, LineKind> kinds = new HashMap<>();
        ValueTable.reversed(section).forEach((value, name) -> {
            if (known.containsKey(name)) {
                kinds.put(value, known.get(name));
            }
        });
        return Map.copyOf(kinds);
    }
}
