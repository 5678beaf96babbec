package io.engageroutes.intake;

import static io.engageroutes.intake.Archives.bytes;
import static io.engageroutes.intake.Archives.gzip;
import static io.engageroutes.intake.Archives.join;
import static io.engageroutes.intake.Archives.piped;
import static io.engageroutes.intake.Archives.zip;
import static io.engageroutes.intake.UnpackedTest.fault;
import static io.engageroutes.intake.UnpackedTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.engageroutes.intake.Unpacked.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedDamageTest {

    static List<byte[]> archives() {
        return List.of(
                gzip(bytes("receipt 1\nreceipt 2\n".repeat(5))),
                join(gzip(bytes("receipt 1\n")), gzip(bytes("receipt 2\n"))),
                zip("a.csv", "receipt 1\n", "b.csv=", "receipt 2\n", "c/", "", "d.csv", "receipt 3\n"),
                piped("-", bytes("receipt 1\n"), true, 8),
                piped("-", bytes("receipt 1\n"), false, 4));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void archiveCutOffAnywhereIsBroken(byte[] archive) throws IOException {
        String whole = read(archive);
        for (int length = 3; length < archive.length; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            Throwable failure = catchThrowable(() -> read(cut));
            // Between two members of a gzip there is nothing to see that more should follow.
            if (failure == null && archive[0] == 0x1F) {
                assertThat(whole).startsWith(read(cut).replace("|", ""));
                assertThat(cut).isEqualTo(gzip(bytes("receipt 1\n")));
            } else {
                assertThat(failure).as("cut off at %s", length).isInstanceOf(BrokenDocument.class);
                assertThat(((BrokenDocument) failure).fault().code()).isEqualTo("archive-broken");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("archives")
    void flippedByteIsSeenOrMeansNothing(byte[] archive) throws IOException {
        String whole = contents(read(archive));
        for (int place = 3; place < archive.length; place++) {
            for (int bits : new int[] {0x01, 0x02, 0x08, 0x80, 0xFF}) {
                byte[] flipped = archive.clone();
                flipped[place] ^= (byte) bits;
                String result = null;
                try {
                    result = contents(read(flipped));
                } catch (BrokenDocument e) {
                    assertThat(e.fault().code()).isNotEmpty();
                }
                if (result != null) {
                    assertThat(result).as("byte %s flipped by %s", place, bits).isEqualTo(whole);
                }
            }
        }
    }

    private static String contents(String read) {
        return read.replaceAll("[^|:]*:([^|]*)\\|", "$1|");
    }

    @ParameterizedTest
    @MethodSource("archives")
    void failingSourceSaysNothingAboutTheDocumentWhereverItFails(byte[] archive) {
        for (int after = 0; after < archive.length; after++) {
            IOException failure = new IOException("connection reset");
            InputStream failing = Archives.failing(archive, after, failure);
            assertThatThrownBy(() -> read(failing, Limits.DEFAULT))
                    .as("after %s", after)
                    .isSameAs(failure);
        }
    }

    @Test
    void sourceThatFailedOnceNeverPassesForEnded() throws IOException {
        IOException failure = new IOException("connection reset");
        try (Unpacked document = Unpacked.open(Archives.failing(bytes("receipt"), 5, failure), Limits.DEFAULT)) {
            InputStream content = document.next().content();

            assertThatThrownBy(content::readAllBytes).isSameAs(failure);
            assertThatThrownBy(content::read).isSameAs(failure);
            assertThatThrownBy(document::next).isSameAs(failure);
            assertThatThrownBy(document::drain).isSameAs(failure);
        }
    }

    @Test
    void brokenDocumentNeverPassesForSoundAfterwards() throws IOException {
        byte[] damaged = zip("a.csv=", "receipt 1\n", "b.csv", "receipt 2\n");
        damaged[40] ^= 1;
        try (Unpacked document = Unpacked.open(new ByteArrayInputStream(damaged), Limits.DEFAULT)) {
            document.next();
            assertThatThrownBy(document::next).isInstanceOf(BrokenDocument.class);
            assertThatThrownBy(document::next).isInstanceOf(BrokenDocument.class);

            document.drain();
            assertThat(document.rawBytes()).isEqualTo(damaged.length);
            assertThat(document.rawHash()).hasSize(64);
        }
    }

    @Test
    void slowSourceIsReadAllTheSame() throws IOException {
        for (byte[] archive : archives()) {
            Supplier<InputStream> slow = () -> Archives.failing(archive, Integer.MAX_VALUE, null);
            InputStream once = new InputStream() {
                private final InputStream in = slow.get();
                private int left = archive.length;

                @Override
                public int read() throws IOException {
                    return left-- > 0 ? in.read() : -1;
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    return left-- > 0 ? in.read(target, from, length) : -1;
                }
            };
            assertThat(read(once, Limits.DEFAULT)).isEqualTo(read(archive));
        }
    }

    @Test
    void encryptedZipIsNamedAsSuch() {
        byte[] encrypted = zip("a.csv", "receipt");
        encrypted[6] |= 1;

        assertThat(fault(encrypted).code()).isEqualTo("archive-encrypted");
        assertThat(fault(encrypted).value()).isEqualTo("entry a.csv");
    }

    @Test
    void packingThatIsNotReadIsNamed() {
        byte[] lzma = zip("a.csv", "receipt");
        lzma[8] = 14;

        assertThat(fault(lzma).value()).isEqualTo("entry a.csv, method 14");
        assertThat(fault(lzma).rule()).contains("use deflate");
    }

    @Test
    void fileThatTheDirectoryDoesNotListIsNotReadAsIfItWere() {
        byte[] two = zip("a", "1", "b", "2");
        byte[] one = zip("a", "1");
        int entriesOfTwo = indexOf(two, "PK\1\2");
        int directoryOfOne = indexOf(one, "PK\1\2");
        byte[] mixed = join(Arrays.copyOf(two, entriesOfTwo), Arrays.copyOfRange(one, directoryOfOne, one.length));

        assertThat(fault(mixed).value()).isEqualTo("2 entries, directory lists 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3", "PK\3\4", "PK\5\6", "PK\7\10PK\3\4", "\u001f\u008b", "\u001f\u008b\10"})
    void beginningOfAnArchiveAloneIsBroken(String document) {
        assertThat(fault(document.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo("archive-broken");
    }

    private static int indexOf(byte[] bytes, String magic) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(magic);
    }
}
