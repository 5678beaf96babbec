package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.zip.Inflater;

/**
 * A document without its wrapping: plain, gzip, or zip, told apart by content. The files in a zip are read one after another as
 * one document.
 *
 * <p>Reads as a stream: memory does not grow with the document. Only {@link #next()} returning null says that the whole
 * document is sound. For one thread.
 */
public final class Unpacked implements AutoCloseable {

    /**
     * How much a document may hold.
     *
     * @param mostBytes the most it may unpack to
     * @param mostRatio the most bytes that may come out of each that went in, once more than 10 MiB came out
     * @param mostEntries the most entries a zip may have
     */
    public record Limits(long mostBytes, int mostRatio, int mostEntries) {

        /** 4 GiB, 200 to 1, 1000 entries. */
        public static final Limits DEFAULT = new Limits(4L << 30, 200, 1000);

        public Limits {
            if (mostBytes < 1 || mostRatio < 1 || mostEntries < 1) {
                throw new IllegalArgumentException("limits of a document: " + mostBytes + " bytes, ratio " + mostRatio
                        + ", " + mostEntries + " entries; each must be at least 1");
            }
        }
    }

    /**
     * One file of the document.
     *
     * @param name its name in the zip; null when the document is not a zip
     * @param content its bytes; valid until the next call of {@link #next()}, need neither be read to the end nor closed. Throws
     *     {@link BrokenDocument} when the document is wrong, IOException only when its source failed
     */
    public record Entry(String name, InputStream content) {}

    private final InputStream source;
    private final RawBytes raw;
    private final Meter meter;
    private final Inflater inflater = new Inflater(true);
    private final ZipEntries zip;
    private final boolean gzip;
    private InputStream current;
    private boolean found;
    private boolean ended;

    private Unpacked(InputStream source, Limits limits) throws IOException {
        this.source = source;
        this.raw = new RawBytes(source);
        this.meter = new Meter(raw, limits);
        this.gzip = Gunzipped.begins(raw);
        this.zip = ZipEntries.begins(raw) ? new ZipEntries(raw, inflater) : null;
    }

    /**
     * Starts on a document.
     *
     * @param raw its bytes as they came; closed with this
     * @throws IOException when the source failed; says nothing about the document
     */
    public static Unpacked open(InputStream raw, Limits limits) throws IOException {
        return new Unpacked(raw, limits);
    }

    /**
     * The next file that holds something, or null when there is no more and the whole document was found sound. Directories,
     * hidden files and the ones that macOS adds are left out.
     *
     * @throws BrokenDocument with the code {@code empty-document}, {@code archive-broken}, {@code archive-encrypted}, {@code
     *     archive-in-archive}, {@code too-many-entries}, {@code unpacked-too-large} or {@code compression-bomb}
     * @throws IOException when the source failed; says nothing about the document
     */
    public Entry next() throws IOException {
        meter.requireSound();
        try {
            return following();
        } catch (BrokenDocument e) {
            meter.broken(e);
            throw e;
        }
    }

    private Entry following() throws IOException {
        finishCurrent();
        while (!ended && advance()) {
            if (zip != null && isIgnored(zip)) {
                finishCurrent();
                continue;
            }
            byte[] head = current.readNBytes(4);
            if (head.length == 0) {
                finishCurrent();
                continue;
            }
            if ((gzip || zip != null) && isArchive(head)) {
                throw new BrokenDocument(new Fault(
                        "archive-in-archive",
                        place(),
                        HexFormat.of().withUpperCase().formatHex(head),
                        "is an archive inside an archive: pack the document once"));
            }
            found = true;
            PushbackInputStream content = new PushbackInputStream(current, head.length);
            content.unread(head);
            return new Entry(zip == null ? null : zip.shown(), content);
        }
        ended = true;
        if (!found) {
            throw new BrokenDocument(new Fault(
                    "empty-document",
                    "document",
                    raw.count() == 0 ? null : "an archive of " + raw.count() + " bytes",
                    "holds nothing to read: have it sent again, and take files only once they are complete"));
        }
        return null;
    }

    private boolean advance() throws IOException {
        if (zip != null) {
            if (!zip.next()) {
                return false;
            }
            meter.countEntry();
            current = meter.over(zip.content());
            return true;
        }
        ended = true;
        current = meter.over(gzip ? new Gunzipped(raw, inflater) : new Plain(raw));
        return true;
    }

    /** Reads what the reader left, so that a damaged end is seen, and compares the checksum. */
    private void finishCurrent() throws IOException {
        if (current == null) {
            return;
        }
        byte[] rest = new byte[RawBytes.CHUNK];
        while (current.read(rest, 0, rest.length) >= 0) {
            // only counted and checked
        }
        if (zip != null) {
            zip.check();
        }
        current = null;
    }

    private static boolean isIgnored(ZipEntries zip) {
        String name = zip.name().replace('\\', '/').replaceFirst("^(\\.{0,2}/)+", "");
        return zip.isDirectory()
                || name.startsWith("__MACOSX")
                || name.startsWith(".")
                || name.startsWith(".", name.lastIndexOf('/') + 1);
    }

    private static boolean isArchive(byte[] head) throws IOException {
        RawBytes content = new RawBytes(new ByteArrayInputStream(head));
        return Gunzipped.begins(content) || ZipEntries.begins(content);
    }

    private String place() {
        return zip == null ? "gzip content" : "entry " + zip.shown();
    }

    /** Reads the rest of the document as it came, unchecked, so that its hash covers all of it. */
    public void drain() throws IOException {
        raw.drain();
    }

    /** How many bytes came so far, as they came. */
    public long rawBytes() {
        return raw.count();
    }

    /**
     * The SHA-256 of the document as it came, in hexadecimal.
     *
     * @throws IllegalStateException before everything was read, by {@link #next()} or {@link #drain()}
     */
    public String rawHash() {
        return raw.hash();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }
}
