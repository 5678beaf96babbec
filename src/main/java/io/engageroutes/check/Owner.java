package io.engageroutes.check;

/**
 * A route, a route configuration, the template of a kamelet, or another entry of a file.
 *
 * @param kind the key that it stands under, such as {@code route}
 * @param part its group of keys
 */
record Owner(String kind, Part part) {

    static final String ROUTE = "route";
    static final String CONFIGURATION = "routeConfiguration";
    static final String KAMELET = "kamelet";

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** Null when it has none. */
    String id() {
        return is(KAMELET)
                ? part.get("metadata").get("name").text()
                : part.get("id").text();
    }

    /** Where its id stands, or where it begins. */
    Part idPart() {
        return is(KAMELET) ? part.get("metadata").get("name") : part.get("id");
    }

    Part from() {
        if (!is(KAMELET)) {
            return part.get("from");
        }
        Part template = part.get("spec").get("template");
        return template.has("route") ? template.get("route").get("from") : template.get("from");
    }
}
