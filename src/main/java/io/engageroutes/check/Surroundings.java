package io.engageroutes.check;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What routes may count on in the application that runs them.
 *
 * @param beans the type of every bean, by its name
 * @param settings the value of a setting by its name, such as {@code queue.receipts}; null when there is none. Never shown
 * @param names settings to suggest when one is misspelt
 * @param choices the settings that may have some values only, with these; their names are parts of {@code direct} names
 * @param called the names of {@code direct} that are called by the application itself, not by routes
 */
public record Surroundings(
        Map<String, Class<?>> beans,
        UnaryOperator<String> settings,
        Set<String> names,
        Map<String, Set<String>> choices,
        Set<String> called) {

    public Surroundings {
        beans = Map.copyOf(beans);
        names = Set.copyOf(names);
        choices = Map.copyOf(choices);
        called = Set.copyOf(called);
    }
}
