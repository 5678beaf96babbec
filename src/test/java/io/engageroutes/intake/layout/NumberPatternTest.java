package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumberPatternTest {

    private static final Set<NumberPattern.Negative> ALL = EnumSet.allOf(NumberPattern.Negative.class);

    @Property
    void everyAmountIsReadBackInEveryWritingOfIt(
            @ForAll("amounts") BigDecimal amount,
            @ForAll("separators") String separators,
            @ForAll("styles") int style) {
        char decimal = separators.charAt(0);
        String thousands = separators.substring(1);
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        if (!thousands.isEmpty()) {
            symbols.setGroupingSeparator(thousands.charAt(0));
        }
        DecimalFormat format = new DecimalFormat(thousands.isEmpty() ? "0.00" : "#,##0.00", symbols);
        String plain = format.format(amount.abs());
        String written = amount.signum() >= 0
                ? plain
                : List.of("-" + plain, plain + "-", "(" + plain + ")", "- " + plain, "\u2212" + plain)
                        .get(style);
        String kinds =
                thousands.isBlank() && !thousands.isEmpty() || thousands.equals("\u00A0") || thousands.equals("\u202F")
                        ? " "
                        : thousands.equals("\u2019") ? "'" : thousands;

        assertThat(NumberPattern.of(decimal, kinds, ALL, 0, List.of("kr")).parse(" " + written + "\u00A0kr"))
                .isEqualTo(amount);
    }

    @Property
    void impliedDecimalsMoveThePointAndNothingElse(@ForAll("amounts") BigDecimal amount) {
        NumberPattern pattern = NumberPattern.of('.', "", ALL, 2, List.of());

        assertThat(pattern.parse(amount.unscaledValue().toString())).isEqualTo(amount);
        assertThat(pattern.parse("000" + amount.unscaledValue().abs())).isEqualTo(amount.abs());
        assertThat(pattern.parse(amount.toPlainString())).isNull();
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999"), new BigDecimal("999999999"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ".", ", ", ",\u00A0", ",\u202F", ",.", ".,", ".'", ",\u2019");
    }

    @Provide
    Arbitrary<Integer> styles() {
        return Arbitraries.integers().between(0, 4);
    }

    @Property
    void whatADecimalPointWouldBeIsNeverTakenForThousands(@ForAll("odd") String text) {
        assertThat(NumberPattern.of(',', ". ", ALL, 0, List.of("kr")).parse(text))
                .as(text)
                .isNull();
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                "1.5",
                "1.50",
                "12.3456",
                "1.23.456",
                "1 234.567",
                "1.234 567",
                "1,234,567",
                "1e3",
                "1E3",
                "",
                " ",
                "-",
                "()",
                "(1",
                "1)",
                "--1",
                "-1-",
                "(-1)",
                "1,",
                ",5",
                "+1",
                "0x1",
                "١٢",
                "1,5 EUR",
                "kr",
                "1 2",
                "12 34",
                "NaN",
                "1".repeat(25));
    }

    @Example
    void negativeIsOnlyWhatTheLayoutAllows() {
        NumberPattern leading = NumberPattern.of(',', "", EnumSet.of(NumberPattern.Negative.LEADING), 0, List.of());

        assertThat(leading.parse("-1,00")).isEqualTo("-1.00");
        assertThat(leading.parse("1,00-")).isNull();
        assertThat(leading.parse("(1,00)")).isNull();
        assertThat(NumberPattern.of(',', "", EnumSet.noneOf(NumberPattern.Negative.class), 0, List.of())
                        .parse("-1"))
                .isNull();
    }

    @Example
    void dollarsInBracketsAreNegative() {
        NumberPattern american = NumberPattern.of('.', ",", ALL, 0, List.of("$"));

        assertThat(american.parse("($6.48)")).isEqualTo("-6.48");
        assertThat(american.parse("$1,234.50")).isEqualTo("1234.50");
        assertThat(american.parse("-$6.48")).isEqualTo("-6.48");
    }

    @Property
    void signInTheLastDigitIsReadBack(@ForAll("amounts") BigDecimal amount) {
        String digits = amount.abs().unscaledValue().toString();
        int last = digits.charAt(digits.length() - 1) - '0';
        String letter = (amount.signum() < 0 ? "}JKLMNOPQR" : "{ABCDEFGHI").substring(last, last + 1);
        NumberPattern pattern = NumberPattern.of('.', "", EnumSet.of(NumberPattern.Negative.OVERPUNCH), 2, List.of());

        assertThat(pattern.parse("00" + digits.substring(0, digits.length() - 1) + letter))
                .isEqualTo(amount);
        assertThat(pattern.parse(digits)).isEqualTo(amount.abs());
        assertThat(pattern.parse(letter + "0" + letter)).isNull();
    }
}
