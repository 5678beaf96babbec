package io.engageroutes.intake.layout;

import static io.engageroutes.intake.layout.Reading.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @Test
    void everyShippedLayoutIsSound() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/layouts"))) {
            List<Path> layouts = files.filter(
                            file -> file.getFileName().toString().startsWith("nordic"))
                    .toList();

            assertThat(layouts).hasSize(2);
            for (Path layout : layouts) {
                assertThat(Layout.read(layout)).isNotNull();
            }
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        List<String> faults = faults("""
                encoding: latin-17
                separator: ";;"
                reciept: {}
                header: false
                rows: sorted
                numbers: { decimal: ",", thousands: ",", negative: [minus] }
                date: yyyy-QQQQQQQ
                mostRows: many
                returns: { by: type }
                filters: [{ column: Status, values: { X: "Was cancelled" } }]
                receipt:
                  receiptNumber: No
                  storeId: { column: No, colour: red }
                  date: Day
                line:
                  quantity: { constant: one }
                  kind: Group
                """);

        assertThat(faults)
                .contains(
                        "unknown-value test.yaml: encoding",
                        "wrong-type test.yaml: separator",
                        "unknown-key test.yaml: reciept",
                        "missing-key test.yaml: columns",
                        "unknown-value test.yaml: rows",
                        "wrong-type test.yaml: numbers.thousands",
                        "unknown-value test.yaml: numbers.negative",
                        "wrong-type test.yaml: date",
                        "wrong-type test.yaml: mostRows",
                        "missing-mapping test.yaml: returns.by",
                        "unknown-value test.yaml: filters[0].values",
                        "column-twice test.yaml: receipt.storeId",
                        "unknown-key test.yaml: receipt.storeId.colour",
                        "missing-mapping test.yaml: receipt.dateTime",
                        "missing-mapping test.yaml: receipt.currency",
                        "unknown-value test.yaml: line.quantity",
                        "missing-key test.yaml: line.kind",
                        "missing-mapping test.yaml: line.sku",
                        "missing-mapping test.yaml: line.articleName",
                        "missing-mapping test.yaml: line.gross",
                        "missing-mapping test.yaml: uniqueId",
                        "missing-key test.yaml: receiptBy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniqueId: \"{source}-{shop}-{receipt}\"   | unknown-value test.yaml: uniqueId",
                "uniqueId: \"{source}-{store}\"            | unknown-value test.yaml: uniqueId",
                "optional: [Nothing]                       | unknown-column test.yaml: optional",
                "kinds: { column: K, values: { A: line, B: tender } } | missing-mapping test.yaml: tenderRow",
                "tenderRow: { type: { constant: card }, amount: K }   | missing-mapping test.yaml: tenderRow",
                "kinds: { column: K, values: { A: article } }         | unknown-value test.yaml: kinds",
                "tenders: [{ amount: K }]                  | missing-mapping test.yaml: tenders[0].type",
                "tenders: { amount: K }                    | wrong-type test.yaml: tenders",
                "contactKeys: [{ column: K }]              | missing-key test.yaml: contactKeys[0]",
                "contactKeys: [{ column: K, type: card }]  | unknown-value test.yaml: contactKeys[0].type",
                "contactKeys: [{ column: K, types: [{ pattern: \"[\", type: email }] }] | wrong-type test.yaml: contactKeys[0].types[0].pattern",
                "trailer: { rows: 2 }                      | missing-key test.yaml: trailer.prefix",
                "trailer: { prefix: E, amount: { of: Sum } } | missing-key test.yaml: trailer.amount",
                "trailer: { prefix: E, rows: 0 }           | wrong-type test.yaml: trailer.rows",
                "multiline: maybe                          | wrong-type test.yaml: multiline",
                "quote: \";\"                              | wrong-type test.yaml: quote",
            })
    void oneMistakeIsToldAtItsKey(String more, String fault) {
        String base = more.startsWith("uniqueId") ? SMALL.replaceFirst("uniqueId.*\n", "") : SMALL;

        assertThat(faults(base + more + "\n")).contains(fault);
    }

    @Test
    void wrongFlagIsOneFaultAndCountsAsTheUsualOne() {
        assertThat(faults(SMALL + "header: maybe\n")).containsExactly("wrong-type test.yaml: header");
    }

    @Test
    void constantsKeepTheirLeadingZerosAndDecimals() {
        Layout layout = Reading.layout(SMALL.replace("\"014\"", "014"));

        assertThat(Reading.of(
                                layout,
                                (Reading.HEADER + Reading.row("1", "1,00", "1,00")).getBytes(StandardCharsets.UTF_8))
                        .only()
                        .storeId())
                .isEqualTo("014");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "base.yaml"})
    void layoutLaysItselfOverTheOneItExtends(String base) {
        Layout layout = Layout.read(
                stream("extends: " + base + "\nrows: apart\nreceipt: { currency: { constant: NOK } }\n"),
                "mine.yaml",
                name -> name.equals("base.yaml") ? stream(SMALL) : null);

        assertThat(layout.grouping().rows()).isEqualTo(Grouping.Rows.APART);
        assertThat(Reading.of(
                                layout,
                                (Reading.HEADER + Reading.row("1", "1,00", "1,00")).getBytes(StandardCharsets.UTF_8))
                        .only()
                        .currency())
                .isEqualTo("NOK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extends: other", "extends: ../secrets.yaml", "extends: /etc/passwd", "extends: self"})
    void whatCannotBeExtendedIsToldAndNothingElseIsOpened(String yaml) {
        BrokenLayout broken = catchThrowableOfType(
                BrokenLayout.class,
                () -> Layout.read(stream(yaml), "self.yaml", name -> name.equals("self.yaml") ? stream(yaml) : null));

        assertThat(broken.faults()).hasSize(1);
        assertThat(broken.faults().get(0).place()).isEqualTo("self.yaml: extends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "- a list", "rows: together\nrows: apart", "a: [", "a: 1\n---\nb: 2"})
    void whatIsNoLayoutIsRefusedWithTheFilesName(String yaml) {
        assertThat(faults(yaml)).hasSize(1).allMatch(fault -> fault.startsWith("broken-layout test.yaml"));
    }

    private static List<String> faults(String yaml) {
        BrokenLayout broken = catchThrowableOfType(BrokenLayout.class, () -> Reading.layout(yaml));
        assertThat(broken).as("refused").isNotNull();
        return broken.faults().stream()
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
