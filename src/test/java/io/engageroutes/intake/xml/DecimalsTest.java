package io.engageroutes.intake.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @Property
    void everyDecimalIsReadAsItsValue(
            @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(6) BigDecimal number,
            @ForAll @IntRange(max = 5) int zeros) {
        String text = number.toPlainString();
        String padded = text.contains(".") ? text + "0".repeat(zeros) : text;

        assertThat(Decimals.parse(padded)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "22041.88000, 22041.88",
        "1.00000, 1.00",
        "5.2339, 5.2339",
        "5.23390, 5.2339",
        "0.5, 0.5",
        "-0.480, -0.48",
        "+7, 7",
        ".5, 0.5",
        "5., 5",
        "007.50, 7.50",
        "12345678901234567890.1200, 12345678901234567890.12",
        "+12345678901234567890, 12345678901234567890",
        "10.030400, 10.0304"
    })
    void zerosBeyondTheSecondDecimalAreLeftOut(String text, String expected) {
        assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "1,5",
                "1.234,50",
                "1 234",
                "1\u00A0234",
                "1e5",
                "1E-2",
                "NaN",
                "Infinity",
                "0x10",
                "--1",
                "+-1",
                "1-",
                "1.2.3",
                "1_000",
                "١٢",
                "$1",
                "(1)",
                "1.0f",
                "11111111111111111111111111111111111111111"
            })
    void anythingElseIsNoDecimal(String text) {
        assertThat(Decimals.parse(text)).isNull();
    }
}
