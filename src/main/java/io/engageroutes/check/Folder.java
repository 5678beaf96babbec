package io.engageroutes.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files below {@code routes/} that somebody wrote for the application to read. */
final class Folder {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String READ = ".*[.](yaml|yml|csv|jslt|xslt|xsl)";
    private static final int DEEPEST = 10;
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Path root;
    private final Consumer<Finding> findings;
    private final List<FolderFile> files = new ArrayList<>();

    private Folder(Path root, Consumer<Finding> findings) {
        this.root = root;
        this.findings = findings;
    }

    /** All of them by path; samples for tests below {@code tests/} are not read. */
    static List<FolderFile> read(Path root, Consumer<Finding> findings) {
        Folder folder = new Folder(root, findings);
        try {
            folder.walk();
        } catch (IOException e) {
            findings.accept(new Finding(
                    Path.of(""),
                    0,
                    0,
                    "the folder " + root + " cannot be read: " + e.getMessage(),
                    "name the folder that holds the routes"));
        }
        folder.files.sort(Comparator.comparing(FolderFile::path));
        return folder.files;
    }

    private void walk() throws IOException {
        Path start = root.toRealPath();
        Files.walkFileTree(start, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(start)
                        && (isHidden(folder) || start.relativize(folder).equals(Path.of("tests")));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                findings.accept(new Finding(
                        start.relativize(file),
                        0,
                        0,
                        "cannot be read: " + e.getMessage(),
                        "make it readable, or delete it"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && file.getFileName().toString().matches(READ)) {
                    try {
                        take(start.relativize(file), file, attributes.size());
                    } catch (NoSuchFileException deleted) {
                        return FileVisitResult.CONTINUE; // while we looked; somebody is editing
                    } catch (IOException e) {
                        return visitFileFailed(file, e);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private void take(Path relative, Path file, long size) throws IOException {
        if (size > LARGEST) {
            findings.accept(new Finding(
                    relative,
                    0,
                    0,
                    "the file has " + size + " bytes",
                    "at most " + LARGEST + "; take out what is no route or layout"));
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
            findings.accept(new Finding(
                    relative,
                    line,
                    text.length() - text.lastIndexOf('\n'),
                    String.format("the byte 0x%02X is no UTF-8", bytes[in.position()]),
                    "save the file as UTF-8"));
        }
        files.add(new FolderFile(relative, result.isError() ? null : withoutMark(text)));
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
