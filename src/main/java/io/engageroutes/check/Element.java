package io.engageroutes.check;

/**
 * Something in a route file that has a meaning for Camel.
 *
 * @param kind Camel's name of it, such as {@code ToDefinition}
 * @param part its value, or its group of keys
 * @param owner what it belongs to
 */
record Element(String kind, Part part, Owner owner) {

    boolean is(String... kinds) {
        for (String each : kinds) {
            if (each.equals(kind)) {
                return true;
            }
        }
        return false;
    }
}
