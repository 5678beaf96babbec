package io.engageroutes.intake.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleEncodingTest {

    private static String twice(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Räksmörgås", "descrição", "5 €", "“quoted"})
    void whatWasEncodedTwiceIsRepaired(String text) {
        assertThat(twice(text)).isNotEqualTo(text).doesNotContain("\ufffd");
        assertThat(DoubleEncoding.repaired(twice(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Räksmörgås", "Ã", "Ã© and å", "日本"})
    void whatWasNotStaysAsItIs(String text) {
        assertThat(DoubleEncoding.repaired(text)).isEqualTo(text);
    }

    @Property
    void accentedWordsSurviveBothWays(@ForAll @CharRange(from = 'à', to = 'ÿ') String text) {
        assertThat(DoubleEncoding.repaired(text)).isEqualTo(text);
        String asLatin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(DoubleEncoding.repaired(asLatin)).isEqualTo(text);
    }

    @Test
    void characterOutsideTheCharsetIsLeftAlone() {
        assertThat(DoubleEncoding.repaired("Ã©\ud83d\ude00")).isEqualTo("Ã©\ud83d\ude00");
    }
}
