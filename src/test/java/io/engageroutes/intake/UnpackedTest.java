package io.engageroutes.intake;

import static io.engageroutes.intake.Archives.bytes;
import static io.engageroutes.intake.Archives.gzip;
import static io.engageroutes.intake.Archives.join;
import static io.engageroutes.intake.Archives.piped;
import static io.engageroutes.intake.Archives.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.intake.Unpacked.Entry;
import io.engageroutes.intake.Unpacked.Limits;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {

    private static final byte[] RECEIPTS = bytes("receipt 1\nreceipt 2\n".repeat(20_000));

    /** All files with their names, as {@code name:content|}. */
    static String read(InputStream in, Limits limits) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Unpacked document = Unpacked.open(in, limits)) {
            for (Entry entry = document.next(); entry != null; entry = document.next()) {
                all.append(entry.name()).append(':');
                all.append(new String(entry.content().readAllBytes(), StandardCharsets.UTF_8))
                        .append('|');
            }
            assertThat(document.rawHash()).hasSize(64);
        }
        return all.toString();
    }

    static String read(byte[] document) throws IOException {
        return read(new ByteArrayInputStream(document), Limits.DEFAULT);
    }

    static Fault fault(byte[] document) {
        return catchThrowableOfType(BrokenDocument.class, () -> read(document)).fault();
    }

    private static String sha256(byte[] document) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }

    @Test
    void wrappingDoesNotMatter() throws IOException {
        String content = new String(RECEIPTS, StandardCharsets.UTF_8);

        assertThat(read(RECEIPTS)).isEqualTo("null:" + content + "|");
        assertThat(read(gzip(RECEIPTS))).isEqualTo("null:" + content + "|");
        assertThat(read(zip("r.csv", content))).isEqualTo("r.csv:" + content + "|");
        assertThat(read(zip("r.csv=", content))).isEqualTo("r.csv=:" + content + "|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "P", "PK", "PKK", "\u001f", "ab", "abc"})
    void documentsShorterThanAMagicNumberArePlain(String document) throws IOException {
        assertThat(read(bytes(document))).isEqualTo("null:" + document + "|");
    }

    @Test
    void filesInAZipAreReadOneAfterAnother() throws IOException {
        assertThat(read(zip("b.csv", "2", "a.csv=", "1", "sub/c.csv", "3"))).isEqualTo("b.csv:2|a.csv=:1|sub/c.csv:3|");
    }

    @Test
    void directoriesHiddenAndMacFilesAreLeftOut() throws IOException {
        byte[] document = zip(
                "out/",
                "",
                "__MACOSX/._r.csv",
                "x",
                ".DS_Store",
                "x",
                "out/._r.csv",
                "x",
                ".git/r.csv",
                "x",
                "empty.ok",
                "",
                "out/r.csv",
                "1");

        assertThat(read(document)).isEqualTo("out/r.csv:1|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./r.csv", "../r.csv", "/r.csv", "./out/r.csv", ".\\r.csv", "a.b/r.csv", "r..csv"})
    void pathBeforeAFileDoesNotHideIt(String name) throws IOException {
        assertThat(read(zip(name, "1"))).isEqualTo(name + ":1|");
    }

    @ParameterizedTest
    @CsvSource({"true, 4", "true, 8", "false, 4", "false, 8"})
    void everyShapeOfDescriptorThatPackersPipeIsRead(boolean signature, int sizes) throws IOException {
        assertThat(read(piped("-", bytes("receipt"), signature, sizes))).isEqualTo("-:receipt|");
    }

    @Test
    void membersOfAGzipAreOneDocumentAndPaddingIsNone() throws IOException {
        assertThat(read(join(gzip(bytes("a")), gzip(new byte[0]), gzip(bytes("b")), new byte[512])))
                .isEqualTo("null:ab|");
        assertThat(read(join(zip("r", "1"), new byte[100_000]))).isEqualTo("r:1|");
    }

    @Test
    void gzipWithEveryOptionalFieldIsRead() throws IOException {
        byte[] plain = gzip(bytes("a"));
        byte[] header = {0x1F, (byte) 0x8B, 8, 31, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2};
        byte[] rest = new byte[plain.length - 10];
        System.arraycopy(plain, 10, rest, 0, rest.length);

        assertThat(read(join(header, rest))).isEqualTo("null:a|");
    }

    @Test
    void whateverFollowsAnArchiveIsNotDroppedSilently() {
        assertThat(fault(join(gzip(bytes("a")), bytes("receipt"))).rule()).contains("is followed by something else");
        assertThat(fault(join(zip("a", "1"), zip("b", "2"))).rule()).contains("is followed by something else");
        assertThat(fault(join(zip("a", "1"), bytes("\n"))).code()).isEqualTo("archive-broken");
    }

    @Test
    void rawBytesAreCountedAndDigestedAsTheyCame() throws Exception {
        for (byte[] document : new byte[][] {RECEIPTS, gzip(RECEIPTS), zip("a", "1", "b=", "2")}) {
            try (Unpacked whole = Unpacked.open(new ByteArrayInputStream(document), Limits.DEFAULT);
                    Unpacked skipped = Unpacked.open(new ByteArrayInputStream(document), Limits.DEFAULT);
                    Unpacked drained = Unpacked.open(new ByteArrayInputStream(document), Limits.DEFAULT)) {
                for (Entry entry = whole.next(); entry != null; entry = whole.next()) {
                    entry.content().transferTo(java.io.OutputStream.nullOutputStream());
                    entry.content().close();
                }
                while (skipped.next() != null) {
                    // reads nothing of it
                }
                drained.next().content().read();
                drained.drain();

                for (Unpacked each : new Unpacked[] {whole, skipped, drained}) {
                    assertThat(each.rawHash()).isEqualTo(sha256(document)).isEqualTo(each.rawHash());
                    assertThat(each.rawBytes()).isEqualTo(document.length);
                }
            }
        }
    }

    @Test
    void hashIsNotGivenBeforeEverythingWasRead() throws IOException {
        try (Unpacked document = Unpacked.open(new ByteArrayInputStream(RECEIPTS), Limits.DEFAULT)) {
            document.next();

            assertThatThrownBy(document::rawHash).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void bytewiseReadingAndSkippingSeeTheSameBytes() throws IOException {
        for (byte[] document :
                new byte[][] {RECEIPTS, gzip(RECEIPTS), zip("a", new String(RECEIPTS, StandardCharsets.UTF_8))}) {
            try (Unpacked unpacked = Unpacked.open(new ByteArrayInputStream(document), Limits.DEFAULT)) {
                InputStream content = unpacked.next().content();
                content.skipNBytes(RECEIPTS.length - 2);

                assertThat(content.read()).isEqualTo('2');
                assertThat(content.read()).isEqualTo('\n');
                assertThat(content.read()).isEqualTo(-1);
                assertThat(unpacked.next()).isNull();
            }
        }
    }

    @Test
    void documentThatHoldsNothingIsRefused() {
        assertThat(fault(new byte[0]))
                .isEqualTo(fault(new byte[0]))
                .extracting(Fault::code)
                .isEqualTo("empty-document");
        assertThat(fault(gzip(new byte[0])).code()).isEqualTo("empty-document");
        assertThat(fault(zip()).code()).isEqualTo("empty-document");
        assertThat(fault(zip("a.csv", "", "b/", "")).code()).isEqualTo("empty-document");
        assertThat(fault(zip(".DS_Store", "x")).code()).isEqualTo("empty-document");
    }

    @Test
    void archiveInAnArchiveIsNotUnpacked() {
        assertThat(fault(gzip(gzip(RECEIPTS))).code()).isEqualTo("archive-in-archive");
        assertThat(fault(gzip(zip("a", "1"))).code()).isEqualTo("archive-in-archive");
        Fault fault = fault(zip("a.csv", "1", "inner\n.zip", "PK\3\4"));
        assertThat(fault.code()).isEqualTo("archive-in-archive");
        assertThat(fault.place()).isEqualTo("entry inner?.zip");
    }
}
