package io.engageroutes.check;

import java.nio.file.Path;
import java.util.List;

/** Looks through a folder {@code routes} before it is used. */
@FunctionalInterface
public interface Checker {

    /** Everything that is wrong, by file and line; empty when all is right. Changes nothing, starts nothing, connects to nothing. */
    List<Finding> check(Path routes);
}
