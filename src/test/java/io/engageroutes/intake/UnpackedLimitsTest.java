package io.engageroutes.intake;

import static io.engageroutes.intake.Archives.bytes;
import static io.engageroutes.intake.Archives.gzip;
import static io.engageroutes.intake.Archives.zip;
import static io.engageroutes.intake.UnpackedTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.intake.Unpacked.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpackedLimitsTest {

    private static final Limits SMALL = new Limits(100, 200, 3);

    private static String code(InputStream document, Limits limits) {
        return catchThrowableOfType(BrokenDocument.class, () -> {
                    try (Unpacked unpacked = Unpacked.open(document, limits)) {
                        for (Unpacked.Entry entry = unpacked.next(); entry != null; entry = unpacked.next()) {
                            entry.content().transferTo(OutputStream.nullOutputStream());
                        }
                    }
                })
                .fault()
                .code();
    }

    private static String code(byte[] document, Limits limits) {
        return code(new ByteArrayInputStream(document), limits);
    }

    @Test
    void bombIsPutOutAfterTenMegabytesWhileHardlyAnyOfItWasTaken() {
        Archives.Bomb bomb = new Archives.Bomb();

        assertThat(code(bomb, Limits.DEFAULT)).isEqualTo("compression-bomb");
        assertThat(bomb.taken).isLessThan(200_000);
    }

    @Test
    void bombThatNobodyReadsIsPutOutToo() throws IOException {
        Archives.Bomb bomb = new Archives.Bomb();
        try (Unpacked document = Unpacked.open(bomb, Limits.DEFAULT)) {
            document.next();

            assertThatThrownBy(document::next)
                    .isInstanceOf(BrokenDocument.class)
                    .hasMessageContaining("200 times its size");
            assertThat(bomb.taken).isLessThan(200_000);
        }
    }

    @Test
    void twoGigabytesOutOfAZipAreStoppedByTheSizeWithoutHoldingThem() {
        Limits anyRatio = new Limits(2L << 30, Integer.MAX_VALUE, 3);

        assertThat(code(new Archives.Bomb(), anyRatio)).isEqualTo("unpacked-too-large");
    }

    @Test
    void bombInAHiddenFileOfAZipIsPutOut() {
        byte[] bomb = zip(".hidden", "0".repeat(30 << 20), "r.csv", "receipt");

        assertThat(code(bomb, Limits.DEFAULT)).isEqualTo("compression-bomb");
    }

    @Test
    void sizeIsThatOfAllFilesTogetherAndExactlyTheLimitIsAllowed() throws IOException {
        String fifty = "x".repeat(50);

        assertThat(read(new ByteArrayInputStream(zip("a", fifty, "b", fifty)), SMALL))
                .hasSize(106);
        assertThat(code(zip("a", fifty, "b", fifty + "x"), SMALL)).isEqualTo("unpacked-too-large");
        assertThat(code(bytes("x".repeat(101)), SMALL)).isEqualTo("unpacked-too-large");
        assertThat(code(gzip(bytes("x".repeat(101))), SMALL)).isEqualTo("unpacked-too-large");
    }

    @Test
    void entriesAreCountedWhetherReadOrNot() throws IOException {
        assertThat(read(new ByteArrayInputStream(zip("a", "1", "b/", "", ".c", "2")), SMALL))
                .isEqualTo("a:1|");
        assertThat(code(zip("a", "1", "b/", "", ".c", "2", "d/", ""), SMALL)).isEqualTo("too-many-entries");

        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            many.add("r" + i);
            many.add("1");
        }
        assertThat(code(zip(many.toArray(String[]::new)), Limits.DEFAULT)).isEqualTo("too-many-entries");
    }

    @Test
    void limitThatAllowsNothingIsRefused() {
        assertThatThrownBy(() -> new Limits(1, 0, 1)).hasMessageContaining("ratio 0");
    }

    @Test
    void smallDocumentMayBeAsRepetitiveAsItLikes() throws IOException {
        byte[] repetitive = gzip(new byte[10 << 20]);
        assertThat(repetitive.length).isLessThan((10 << 20) / 500);

        assertThat(read(new ByteArrayInputStream(repetitive), Limits.DEFAULT)).hasSize((10 << 20) + 6);
    }
}
