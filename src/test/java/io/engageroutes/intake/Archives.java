package io.engageroutes.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the archives that the tests take apart. */
final class Archives {

    private Archives() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Names and contents in turn; a name that ends with {@code =} is stored, any other deflated. */
    static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = bytes(namesAndContents[i + 1]);
                ZipEntry entry = new ZipEntry(namesAndContents[i]);
                if (namesAndContents[i].endsWith("=")) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(checksum(content));
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return ByteBuffer.allocate(length).put(packed, 0, length).array();
    }

    /** A zip of one deflated entry as packers write it to a pipe, with a descriptor of this shape. */
    static byte[] piped(String name, byte[] content, boolean signature, int sizes) {
        byte[] packed = deflate(content);
        ByteBuffer zip = ByteBuffer.allocate(300 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034B50)
                .putShort((short) 45)
                .putShort((short) 8)
                .putShort((short) 8)
                .putInt(0);
        zip.putInt(0).putInt(sizes == 8 ? -1 : 0).putInt(sizes == 8 ? -1 : 0);
        zip.putShort((short) name.length())
                .putShort((short) (sizes == 8 ? 20 : 0))
                .put(bytes(name));
        if (sizes == 8) {
            zip.putShort((short) 1).putShort((short) 16).putLong(0).putLong(0);
        }
        zip.put(packed);
        if (signature) {
            zip.putInt(0x08074B50);
        }
        zip.putInt((int) checksum(content));
        if (sizes == 8) {
            zip.putLong(packed.length).putLong(content.length);
        } else {
            zip.putInt(packed.length).putInt(content.length);
        }
        int directory = zip.position();
        zip.putInt(0x02014B50)
                .putShort((short) 45)
                .putShort((short) 45)
                .putShort((short) 8)
                .putShort((short) 8)
                .putInt(0);
        zip.putInt((int) checksum(content)).putInt(packed.length).putInt(content.length);
        zip.putShort((short) name.length())
                .putShort((short) 0)
                .putShort((short) 3)
                .putLong(0)
                .putInt(0);
        zip.put(bytes(name)).put(bytes("any"));
        int end = zip.position();
        zip.putInt(0x06064B50).putLong(44).put(new byte[44]);
        zip.putInt(0x07064B50).put(new byte[16]);
        zip.putInt(0x06054B50).putInt(0).putShort((short) 1).putShort((short) -1);
        zip.putInt(end - directory).putInt(-1).putShort((short) 4).put(bytes("note"));
        return ByteBuffer.allocate(zip.position())
                .put(zip.array(), 0, zip.position())
                .array();
    }

    /** A gzip file that never ends and holds only zero bytes, a thousand to one; counts what was taken of it. */
    static final class Bomb extends InputStream {

        private final byte[] block = block();
        private final InputStream head =
                new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0});
        private int position;
        long taken;

        private static byte[] block() {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(new byte[1 << 20]);
            byte[] packed = new byte[10_000];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            deflater.end();
            return ByteBuffer.allocate(length).put(packed, 0, length).array();
        }

        @Override
        public int read() throws IOException {
            taken++;
            int first = head.read();
            if (first >= 0) {
                return first;
            }
            int next = block[position] & 0xFF;
            position = (position + 1) % block.length;
            return next;
        }
    }

    /** Fails with this very exception after so many bytes. */
    static InputStream failing(byte[] document, int after, IOException failure) {
        return new InputStream() {
            private int given;
            private boolean failed;

            @Override
            public int read() throws IOException {
                if (given == after && !failed) {
                    failed = true;
                    throw failure;
                }
                return failed ? -1 : document[given++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                target[from] = (byte) next;
                return 1;
            }
        };
    }
}
