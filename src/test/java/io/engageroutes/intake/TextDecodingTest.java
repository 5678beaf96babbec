package io.engageroutes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecodingTest {

    private static String decode(byte[] bytes, String charset) throws IOException {
        StringWriter text = new StringWriter();
        decode(new ByteArrayInputStream(bytes), charset, text);
        return text.toString();
    }

    private static void decode(InputStream in, String charset, StringWriter text) throws IOException {
        try (Reader reader = TextDecoding.strict(in, Charset.forName(charset))) {
            reader.transferTo(text);
        }
    }

    private static Fault fault(byte[] bytes, String charset) {
        return catchThrowableOfType(BrokenDocument.class, () -> decode(bytes, charset))
                .fault();
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    /** Gives one byte at a time, as a slow connection may. */
    private static InputStream trickle(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "IBM850", "UTF-16LE", "UTF-16BE", "UTF-16"
            })
    void everyCharsetOfTillsIsRead(String charset) throws IOException {
        String text = "Räksmörgås;12,50\r\nÆbleskiver\n";

        assertThat(decode(text.getBytes(Charset.forName(charset)), charset)).isEqualTo(text);
        StringWriter slow = new StringWriter();
        decode(trickle(text.getBytes(Charset.forName(charset))), charset, slow);
        assertThat(slow).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "EFBBBF 61, UTF-8",
        "FFFE 6100, UTF-16LE",
        "FEFF 0061, UTF-16BE",
        "FEFF 0061, UTF-16",
        "FFFE 6100, UTF-16"
    })
    void byteOrderMarkIsLeftOut(String bytes, String charset) throws IOException {
        assertThat(decode(hex(bytes), charset)).isEqualTo("a");
        StringWriter slow = new StringWriter();
        decode(trickle(hex(bytes)), charset, slow);
        assertThat(slow).hasToString("a");
    }

    @Test
    void onlyTheFirstMarkIsLeftOut() throws IOException {
        assertThat(decode("\uFEFF\uFEFFa".getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .isEqualTo("\uFEFFa");
        assertThat(decode(hex("EFBBBF"), "UTF-8")).isEmpty();
        assertThat(decode(new byte[0], "UTF-8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "8D", "8F", "90", "9D"})
    void bytesThatWindows1252LeavesOpenAreRefused(String open) {
        Fault fault = fault(hex("61 0A 62 63" + open + "64"), "windows-1252");

        assertThat(fault.code()).isEqualTo("wrong-charset");
        assertThat(fault.place()).isEqualTo("line 2, byte 5");
        assertThat(fault.value()).isEqualTo(open);
        assertThat(fault.rule()).contains("is not windows-1252", "UTF-8 is common");
    }

    @Test
    void otherBytesOfWindows1252AreText() throws IOException {
        assertThat(decode(hex("80 8E 99 E5"), "windows-1252")).isEqualTo("€Ž™å");
    }

    @Test
    void windowsTextUnderTheNameOfLatin1IsRefusedWithTheRightName() {
        Fault fault = fault(hex("61 0D 0A 80 35"), "ISO-8859-1");

        assertThat(fault.place()).isEqualTo("line 2, byte 4");
        assertThat(fault.value()).isEqualTo("80");
        assertThat(fault.rule()).contains("set the charset to windows-1252");
    }

    @ParameterizedTest
    @CsvSource({
        "61 E5 62, 'line 1, byte 2', E5",
        "0A 0A C3 28, 'line 3, byte 3', C3",
        "C0 80, 'line 1, byte 1', C0",
        "61 ED A0 80, 'line 1, byte 2', ED A0 80",
        "F4 90 80 80, 'line 1, byte 1', F4",
        "FF FE 61 00, 'line 1, byte 1', FF"
    })
    void whatIsNotUtf8IsRefusedWhereItStands(String bytes, String place, String value) {
        Fault fault = fault(hex(bytes), "UTF-8");

        assertThat(fault.place()).isEqualTo(place);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.rule()).contains("is not UTF-8", "windows-1252 is common");
    }

    @ParameterizedTest
    @CsvSource({"61 C3, UTF-8, C3", "61 E2 82, UTF-8, E2 82", "61 00 62, UTF-16LE, 62", "61 00 3D D8, UTF-16LE, 3D D8"})
    void textThatEndsWithinACharacterWasCutOff(String bytes, String charset, String value) {
        Fault fault = fault(hex(bytes), charset);

        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.rule()).contains("was cut off");
    }

    @Test
    void utf8MarkUnderAnotherCharsetSaysWhatToSet() {
        assertThat(fault(hex("EFBBBF 61"), "windows-1252").rule()).contains("set the charset to UTF-8");
        assertThat(fault(hex("EFBBBF 61"), "ISO-8859-15").place()).isEqualTo("line 1, byte 1");
    }

    @Test
    void nonAsciiIsNotAscii() {
        assertThat(fault(hex("61 E5"), "US-ASCII").rule()).startsWith("is not US-ASCII");
    }

    @Test
    void textBeforeTheWrongByteIsGivenAndEveryLaterReadThrows() {
        StringWriter text = new StringWriter();
        Reader reader = TextDecoding.strict(new ByteArrayInputStream(hex("61 62 0A E5 63")), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reader.transferTo(text)).isInstanceOf(BrokenDocument.class);
        assertThat(text).hasToString("ab\n");
        assertThatThrownBy(reader::read).isInstanceOf(BrokenDocument.class);
        assertThatThrownBy(reader::read).isInstanceOf(BrokenDocument.class);
    }

    @Property(tries = 200)
    void placeIsRightAcrossChunksOfAnySize(@ForAll @IntRange(min = 0, max = 200_000) int before) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("å\n".repeat(before / 3).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("x".repeat(before % 3).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE5);
        bytes.writeBytes("rest".repeat(50_000).getBytes(StandardCharsets.UTF_8));

        assertThat(fault(bytes.toByteArray(), "UTF-8").place())
                .isEqualTo("line " + (before / 3 + 1) + ", byte " + (before + 1));
    }

    @Property(tries = 50)
    void charactersAcrossChunksAreWhole(@ForAll @IntRange(min = 65_500, max = 65_560) int shift) throws IOException {
        String text = "x".repeat(shift) + "å€😀".repeat(30_000);

        assertThat(decode(text.getBytes(StandardCharsets.UTF_8), "UTF-8")).isEqualTo(text);
    }

    @Test
    void failingSourcePassesThrough() {
        IOException failure = new IOException("connection reset");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() ->
                        TextDecoding.strict(failing, StandardCharsets.UTF_8).read())
                .isSameAs(failure);
    }
}
