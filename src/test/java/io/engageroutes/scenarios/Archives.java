package io.engageroutes.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as tills send them, and one as no till does. */
final class Archives {

    private static final int CHUNK = 1 << 20;
    private static final byte[] NAME = "bomb.xml".getBytes(StandardCharsets.US_ASCII);

    private Archives() {}

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int at = 0; at < contents.length; at++) {
                out.putNextEntry(new ZipEntry(at + ".xml"));
                out.write(contents[at].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /**
     * A sound zip file with one entry: the beginning, then so many MiB of blanks. One MiB is packed once and its bytes are
     * repeated, so that making it costs nothing.
     */
    static byte[] bomb(String beginning, int mebibytes) {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        byte[] head = beginning.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(head);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(packed(head));
        byte[] chunk = packed(blanks);
        for (int times = 0; times < mebibytes; times++) {
            packed.writeBytes(chunk);
            checksum.update(blanks);
        }
        packed.writeBytes(new byte[] {3, 0}); // the end of a deflate stream
        long size = head.length + (long) mebibytes * CHUNK;
        return zip(packed.toByteArray(), size, checksum.getValue());
    }

    /** Ends on a whole byte and refers to nothing before it, so that it may be put behind anything. */
    private static byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] zip(byte[] packed, long size, long checksum) {
        ByteBuffer zip = ByteBuffer.allocate(packed.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20);
        entry(zip, packed.length, size, checksum);
        zip.put(NAME).put(packed);
        int directory = zip.position();
        zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
        entry(zip, packed.length, size, checksum);
        zip.put(new byte[14]).put(NAME);
        int length = zip.position() - directory;
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(length).putInt(directory).putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }

    private static void entry(ByteBuffer zip, int packed, long size, long checksum) {
        zip.putShort((short) 0).putShort((short) 8).putInt(0);
        zip.putInt((int) checksum).putInt(packed).putInt((int) size);
        zip.putShort((short) NAME.length).putShort((short) 0);
    }
}
