package io.engageroutes.check;

/**
 * One option of an endpoint.
 *
 * @param value null when it is none, but a group or a list
 * @param part where it stands: its value under `parameters`, or the whole uri
 * @param isInUri whether it stands in the uri
 */
record Option(String name, String value, Part part, boolean isInUri) {

    /** What is resolved later: a placeholder, a reference, an expression. */
    boolean isResolvedLater() {
        return value == null || value.contains("{{") || value.startsWith("#") || value.contains("${");
    }

    /** At its name. */
    Finding unknown(String wrong, String meant) {
        return isInUri ? part.wrongAt(name + "=", wrong, meant) : part.name().wrong(wrong, meant);
    }

    /** At its value. */
    Finding wrong(String wrong, String meant) {
        return isInUri ? part.wrongAt(name + "=", wrong, meant) : part.wrong(wrong, meant);
    }
}
