package io.engageroutes.check;

/**
 * Something in a route file that has a meaning for Camel.
 *
 * @param kind Camel's name of it, such as {@code ToDefinition}
 * @param part its value, or its group of keys
 * @param within the kind of what it stands in, past mere expressions; null at the top
 * @param owner what it belongs to
 */
record Element(String kind, Part part, String within, Owner owner) {

    boolean is(String... kinds) {
        for (String each : kinds) {
            if (each.equals(kind)) {
                return true;
            }
        }
        return false;
    }
}
