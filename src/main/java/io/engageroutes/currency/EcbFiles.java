package io.engageroutes.currency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the files of euro reference rates that the European Central Bank publishes: {@code eurofxref-daily.xml}, {@code
 * eurofxref-hist-90d.xml}, {@code eurofxref-hist.xml}, and the CSV files in {@code eurofxref.zip} and {@code eurofxref-hist.zip},
 * packed or not. Told apart by content, since they are renamed on the way.
 */
public final class EcbFiles {

    /** The whole history since 1999 has less than 10 MiB. */
    private static final int MOST_BYTES = 64 << 20;

    private EcbFiles() {}

    /**
     * Reads all of a file or nothing.
     *
     * @param name what to call the file in messages
     * @throws UnreadableRates when anything in it is wrong
     * @throws IOException when {@code in} failed; says nothing about the file
     */
    public static PublishedRates read(InputStream in, String name) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        requireSize(file, name);
        return parse(withoutMark(begins(file, "PK\3\4") ? unzipped(file, name) : file), name);
    }

    private static PublishedRates parse(byte[] file, String name) {
        String head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1).stripLeading();
        if (head.startsWith("<")) {
            return EcbXml.read(file, name);
        }
        if (head.startsWith("Date,")) {
            return EcbCsv.read(file, name);
        }
        throw new UnreadableRates(
                name,
                "line 1",
                head.lines().findFirst().orElse(null),
                "is no file of euro reference rates: they begin with XML's Envelope or with a CSV header Date,USD,…");
    }

    private static byte[] unzipped(byte[] file, String name) {
        byte[] content = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (content != null) {
                    throw new UnreadableRates(
                            name, "zip", entry.getName(), "is a second file in the zip: there must be one");
                }
                content = zip.readNBytes(MOST_BYTES + 1);
                requireSize(content, name);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableRates(name, "zip", e.getMessage(), "the zip is cut off or damaged: fetch it again");
        }
        if (content == null) {
            throw new UnreadableRates(name, "zip", null, "the zip holds no file: fetch it again");
        }
        return content;
    }

    private static void requireSize(byte[] file, String name) {
        if (file.length > MOST_BYTES) {
            throw new UnreadableRates(
                    name, "whole file", null, "has more than " + MOST_BYTES + " bytes, which no file of rates has");
        }
    }

    private static byte[] withoutMark(byte[] file) {
        return begins(file, "\u00EF\u00BB\u00BF") ? Arrays.copyOfRange(file, 3, file.length) : file;
    }

    private static boolean begins(byte[] file, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= expected.length && Arrays.equals(file, 0, expected.length, expected, 0, expected.length);
    }
}
