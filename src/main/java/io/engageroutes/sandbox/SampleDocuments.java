package io.engageroutes.sandbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The documents that let the sandbox show something; what must come out of each is in {@code sandbox/README.md}. */
public final class SampleDocuments {

    private static final String MARKER = "samples-dropped";

    private final List<SampleDocument> all = text("index.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("/"))
            .map(path -> new SampleDocument(path[0], path[1], bytes(path[0] + "/" + path[1])))
            .toList();

    /** The tills' files, in the order in which they are to be dropped. */
    public List<SampleDocument> tills() {
        return all.stream()
                .filter(document -> document.folder().startsWith("till-"))
                .toList();
    }

    /** Canonical receipts as the ERP puts them on its queue {@code erp.receipts}, one a message. */
    public List<SampleDocument> erp() {
        return of("erp");
    }

    /** IDocs as the ERP puts them on its queue {@code erp.idocs}, as bytes: they are not all in UTF-8. */
    public List<SampleDocument> idocs() {
        return of("erp-idocs");
    }

    /** Invoices as the ERP puts them on its queue {@code erp.invoices}. */
    public List<SampleDocument> invoices() {
        return of("erp-invoices");
    }

    /** Canonical receipts as the web shop posts them, one a callback. */
    public List<SampleDocument> shop() {
        return of("shop");
    }

    private List<SampleDocument> of(String folder) {
        return all.stream().filter(document -> document.folder().equals(folder)).toList();
    }

    /**
     * Drops the tills' files as tills do, written as {@code .part} and renamed.
     *
     * @param root the SFTP server's root
     * @param folder remembers that it was done
     * @return whether this was the first time; else nothing is dropped
     */
    public boolean dropOnce(Path root, Path folder) throws IOException {
        if (Files.exists(folder.resolve(MARKER))) {
            return false;
        }
        for (SampleDocument document : tills()) {
            Path target =
                    Files.createDirectories(root.resolve(document.folder())).resolve(document.name());
            Path part = target.resolveSibling(document.name() + ".part");
            Files.write(part, document.content());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(
                Files.createDirectories(folder).resolve(MARKER), "Delete this file to get the samples again.\n");
        return true;
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = SampleDocuments.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("sandbox/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
