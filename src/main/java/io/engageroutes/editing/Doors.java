package io.engageroutes.editing;

import org.apache.camel.Consumer;

/** What leads callers from outside to a route and does not notice by itself that the route is gone. */
@FunctionalInterface
public interface Doors {

    void remove(Consumer consumer);
}
