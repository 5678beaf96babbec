package io.engageroutes.editing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Versions of the folder as they were checked, so that nothing else is ever run with: between the check and the use the folder
 * itself may change. The one before the last stays, for who is just reading from it.
 */
final class Copies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final Path parent;
    private final Deque<Path> kept = new ArrayDeque<>();
    private int number;

    Copies() throws IOException {
        parent = Files.createTempDirectory("engage-routes-");
    }

    /** Lays down a copy; it goes unless it is kept. */
    Path lay(FolderState state) throws IOException {
        number++;
        Path copy = parent.resolve(String.valueOf(number));
        Files.createDirectories(copy);
        state.writeTo(copy);
        return copy;
    }

    void keep(Path copy) {
        kept.addLast(copy);
        while (kept.size() > 2) {
            drop(kept.removeFirst());
        }
    }

    void drop(Path copy) {
        try {
            FileSystemUtils.deleteRecursively(copy);
        } catch (IOException e) {
            LOG.debug("{} stays behind", copy, e);
        }
    }

    @Override
    public void close() {
        drop(parent);
    }
}
