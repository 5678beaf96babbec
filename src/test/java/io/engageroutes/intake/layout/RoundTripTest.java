package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written as a layout says is read back: no row lost, no digit and no letter changed. */
class RoundTripTest {

    /** One row; the sign of its quantity and sum is that of a sale or a return. */
    record Sale(int receipt, String name, BigDecimal quantity, BigDecimal sum, boolean back) {}

    @Property(tries = 200)
    void everyRowIsReadBackAsItWasWritten(
            @ForAll("sales") List<Sale> sales,
            @ForAll("encodings") String encoding,
            @ForAll("separators") char separator) {
        Charset charset = Charset.forName(encoding);
        Layout layout = Reading.layout(
                Reading.SMALL.replace("UTF-8", encoding) + "rows: apart\nseparator: '" + separator + "'\n");
        List<Sale> written = sales.stream()
                .filter(sale -> charset.newEncoder().canEncode(sale.name()))
                .toList();

        Reading read = Reading.of(layout, document(written, layout).getBytes(charset));

        assertThat(read.broken()).isNull();
        assertThat(read.rejected()).isEmpty();
        Map<String, List<Sale>> expected = new LinkedHashMap<>();
        written.forEach(sale -> expected.computeIfAbsent("" + sale.receipt(), each -> new ArrayList<>())
                .add(sale));
        assertThat(read.receiptNumbers()).containsExactlyElementsOf(expected.keySet());
        for (Receipt receipt : read.receipts()) {
            assertThat(receipt.lines().stream().map(line -> sale(receipt, line)).toList())
                    .isEqualTo(expected.get(receipt.receiptNumber()));
        }
    }

    private static Sale sale(Receipt receipt, Line line) {
        return new Sale(
                Integer.parseInt(receipt.receiptNumber()),
                line.articleName(),
                line.quantity(),
                line.gross(),
                line.type() == LineType.RETURN);
    }

    private static String document(List<Sale> sales, Layout layout) {
        RowText text = new RowText(layout.dialect());
        StringBuilder document =
                new StringBuilder(text.join(List.of("No", "At", "Sku", "Name", "Qty", "Sum", "Total")));
        for (Sale sale : sales) {
            String sign = sale.back() ? "-" : "";
            document.append("\r\n")
                    .append(text.join(List.of(
                            "" + sale.receipt(),
                            "2026-03-01 12:00",
                            "A",
                            sale.name(),
                            sign + comma(sale.quantity()),
                            sign + comma(sale.sum()),
                            "")));
        }
        return document.toString();
    }

    private static String comma(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('Å', 'ä', 'Ö', 'ø', 'é', '€', '–', '"', '"', ';', ',', '|', '\'', '#')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> name.equals(NumberPattern.stripped(name)));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        names,
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("999"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("9999999"))
                                .ofScale(2),
                        Arbitraries.of(true, false))
                .as(Sale::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of(StandardCharsets.UTF_8.name(), "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16BE");
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(';', '|', '\t', ',');
    }
}
