package io.engageroutes.editing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in a folder {@code routes} at a moment. Files are told apart by their content alone: times of change are too coarse on
 * network folders, and Kubernetes swaps a link.
 */
final class FolderState {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final String COUNTS = ".*[.](yaml|yml|csv|jslt|xsl|xslt|xsd|json)";

    /** By their path below the folder, with slashes. */
    private final SortedMap<String, byte[]> files;

    FolderState(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /**
     * Reads all that counts: no hidden files and folders, no copies that editors leave beside a file, no samples in {@code tests/}.
     *
     * @throws IOException also when a file vanishes meanwhile
     */
    static FolderState read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), NO_LIMIT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                boolean passedOver = !at.equals(folder)
                        && (isHidden(at) || folder.relativize(at).equals(Path.of("tests")));
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && !isHidden(file)
                        && file.getFileName().toString().matches(COUNTS)) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
                if (isHidden(file)) {
                    return FileVisitResult.CONTINUE; // an editor's lock is a link that leads nowhere
                }
                throw cause;
            }
        });
        return new FolderState(files);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().matches("[.#~].*");
    }

    Set<String> names() {
        return files.keySet();
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    boolean hasAllOf(FolderState other) {
        return files.keySet().containsAll(other.files.keySet());
    }

    /** The files that are not the same in both. */
    SortedSet<String> namesUnlike(FolderState other) {
        SortedSet<String> unlike = new TreeSet<>(names());
        unlike.addAll(other.names());
        unlike.removeIf(name -> Arrays.equals(files.get(name), other.files.get(name)));
        return unlike;
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path at = folder.resolve(file.getKey());
            Files.createDirectories(at.getParent());
            Files.write(at, file.getValue());
        }
    }

    /** A short name of the content, the same wherever it is the same. */
    String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FolderState that
                && names().equals(that.names())
                && names().stream().allMatch(name -> Arrays.equals(files.get(name), that.files.get(name)));
    }

    @Override
    public int hashCode() {
        return names().hashCode();
    }
}
