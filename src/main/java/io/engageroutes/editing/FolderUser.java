package io.engageroutes.editing;

import java.io.IOException;
import java.nio.file.Path;

/** What takes files of {@code routes/} and can take newer ones while it is at work. */
@FunctionalInterface
public interface FolderUser {

    /**
     * Takes these files from now on. Either all of them or, when it throws, none.
     *
     * @param routes a checked copy of the folder; it stays as it is until the second next is taken
     * @throws IllegalArgumentException when one of them is wrong; says which and where
     */
    void use(Path routes) throws IOException;
}
