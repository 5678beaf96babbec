package io.engageroutes.intake.xml;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Paths that are alternatives: the first one with a value counts. */
public final class Paths {

    public static final Paths NONE = new Paths(List.of());

    private final Path[] alternatives;

    Paths(List<Path> alternatives) {
        this.alternatives = alternatives.toArray(Path[]::new);
    }

    public String first(Element from) {
        for (Path path : alternatives) {
            String value = path.first(from);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public String first(Element from, Predicate<String> test) {
        for (Path path : alternatives) {
            String value = path.first(from, test);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public void each(Element from, Consumer<Element> visitor) {
        for (Path path : alternatives) {
            path.each(from, visitor);
        }
    }

    public void eachValue(Element from, Consumer<String> visitor) {
        for (Path path : alternatives) {
            path.eachValue(from, visitor);
        }
    }

    public boolean exist(Element from) {
        for (Path path : alternatives) {
            if (path.exists(from)) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return alternatives.length == 0;
    }

    @Override
    public String toString() {
        return List.of(alternatives).stream().map(Path::toString).collect(Collectors.joining(" or "));
    }
}
