package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows that are alike and have no separator. */
class FixedWidthTest {

    private static final String LAYOUT = """
            format: fixed-width
            encoding: UTF-8
            columns:
              no: 4
              at: { start: 6, length: 12 }
              name: 10
              quantity: 6
              sum: 12
            receiptBy: [no]
            uniqueId: "{source}-{receipt}"
            numbers: { impliedDecimals: 2, negative: [overpunch] }
            dateTime: yyyyMMddHHmm
            returns: { by: quantity }
            receipt:
              storeId: { constant: "014" }
              receiptNumber: no
              dateTime: at
              currency: { from: store-country }
            line:
              sku: name
              articleName: { column: name, shared: true }
              quantity: { column: quantity, numbers: { impliedDecimals: 0, negative: [leading] } }
              gross: sum
            """;

    private static String row(String number, String name, String quantity, String sum) {
        return "%-4s %s%-10s%6s%12s".formatted(number, "202603011200", name, quantity, sum);
    }

    private static Reading read(String layout, String document, Charset charset) {
        return Reading.of(Reading.layout(layout), document.getBytes(charset));
    }

    @Property(tries = 300)
    void everyRowIsReadBackInEveryEncoding(
            @ForAll("names") String name, @ForAll("amounts") BigDecimal sum, @ForAll("encodings") String encoding) {
        String digits = "%011d".formatted(sum.abs().unscaledValue());
        int last = digits.charAt(10) - '0';
        String punched = digits.substring(0, 10) + (sum.signum() < 0 ? "}JKLMNOPQR" : "{ABCDEFGHI").charAt(last);
        String document = row("7", name, sum.signum() < 0 ? "-1" : "1", punched) + "\r\n" + row("8", "X", "1", "100");

        Reading read = read(LAYOUT.replace("UTF-8", encoding), document, Charset.forName(encoding));

        assertThat(read.rejected()).isEmpty();
        Receipt receipt = read.receipts().get(0);
        Line line = receipt.lines().get(0);
        assertThat(line.articleName()).isEqualTo(name);
        assertThat(line.gross()).isEqualTo(sum.abs());
        assertThat(read.receiptNumbers()).containsExactly("7", "8");
    }

    @Example
    void rowOfAnotherLengthIsAFaultUnlessItsEndIsLoose() {
        String trimmed = row("7", "Cap", "1", "100").stripTrailing() + "\n"
                + row("8", "Cap", "1", "").stripTrailing();

        // without a total the receipt beside the cut row may lack it
        assertThat(read(LAYOUT, trimmed, StandardCharsets.UTF_8).faults())
                .containsExactly("row-without-key line 2", "record-width line 2");
        assertThat(read(LAYOUT + "looseEnds: true\n", trimmed, StandardCharsets.UTF_8)
                        .faults())
                .containsExactly("missing-value line 2, column \"sum\"");
        String longer = row("7", "Cap", "1", "100") + "   \n";
        assertThat(read(LAYOUT, longer, StandardCharsets.UTF_8).faults()).containsExactly("record-width line 1");
        assertThat(read(LAYOUT + "looseEnds: true\n", longer, StandardCharsets.UTF_8)
                        .receipts())
                .hasSize(1);
        assertThat(read(LAYOUT + "looseEnds: true\n", longer.replace("   \n", "  1\n"), StandardCharsets.UTF_8)
                        .faults())
                .containsExactly("record-width line 1");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('Å', 'ä', 'Ö', 'ø', 'é')
                .ofMinLength(1)
                .ofMaxLength(10);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999"), new BigDecimal("99999999"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16BE", "IBM850");
    }
}
