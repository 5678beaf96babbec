package io.engageroutes.check;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found in one file, looked at alone.
 *
 * @param file relative to the folder {@code routes}
 * @param root the whole of it; null when it cannot be read
 * @param owners its routes, configurations, kamelet
 * @param elements everything in them, in the order of the file
 * @param findings what is wrong with it, whatever other files hold
 */
record RouteFile(Path file, Part root, List<Owner> owners, List<Element> elements, List<Finding> findings) {

    RouteFile {
        owners = List.copyOf(owners);
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }
}
