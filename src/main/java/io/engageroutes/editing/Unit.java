package io.engageroutes.editing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is replaced as one: a route, or a file with anything else in it than routes and their configurations.
 *
 * @param name the route's id, or the file
 * @param file where it stands
 * @param isFile whether it is a whole file
 * @param text what it says, with all that it is made of: the configurations that it names and the kamelets that it uses. It has
 *     changed when this has, and not when it only moved to another line or file
 */
record Unit(String name, String file, boolean isFile, JsonNode text) {

    boolean isAs(Unit other) {
        return other != null && isFile == other.isFile && text.equals(other.text);
    }
}
