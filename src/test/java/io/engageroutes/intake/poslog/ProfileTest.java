package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    private static List<Fault> faultsOf(String yaml) {
        WrongProfile wrong = catchThrowableOfType(WrongProfile.class, () -> Read.profile(yaml));
        assertThat(wrong).as("a fault was expected in: " + yaml).isNotNull();
        return wrong.faults();
    }

    @Test
    void everyShippedProfileIsRight() throws IOException {
        try (Stream<Path> files = Files.list(Read.SHIPPED)) {
            List<Path> profiles = files.toList();
            assertThat(profiles).hasSizeGreaterThanOrEqualTo(4);
            for (Path file : profiles) {
                assertThat(PosLogProfile.read(file).name() + ".yaml")
                        .isEqualTo(file.getFileName().toString());
            }
        }
    }

    @Test
    void aShortProfileIsEnough() {
        PosLogProfile profile = Read.profile("""
                store: BusinessUnit/UnitID
                register: WorkstationID
                sequence: SequenceNumber
                time: ReceiptDateTime
                currency: CurrencyCode
                lines: {path: RetailTransaction/LineItem, sale: Sale}
                item: {sku: ItemID, quantity: Quantity, gross: ExtendedAmount}
                """);

        assertThat(Read.receipt(profile, Till.sale(Till.LINE)).uniqueId()).isEqualTo("till-1-2-20260301-3");
    }

    @Test
    void allFaultsAreSaidAtOnceWithFileAndKey() {
        List<Fault> faults = faultsOf("""
                store: BusinessUnit//UnitID
                time: x:ReceiptDateTime
                curency: CurrencyCode
                defaultCurrency: kronor
                uniqueId: "{shop}-{store}"
                filters:
                  - {reason: Not Kebab, path: "@A", is: x}
                  - {reason: ok, path: "@A"}
                lines:
                  path: RetailTransaction/LineItem
                  sale: [Sale]
                  return: [Sale]
                  negativeQuantity: maybe
                item:
                  sku: "POSIdentity[@POSIDType=GTIN]/POSItemID"
                  gross: ExtendedAmount
                  kinds: {BOTTLE: x}
                contacts:
                  - {path: "@A/B", type: card, pattern: "["}
                totals: {total: A, totalSum: B, unsigned: perhaps}
                drop: ["A/B/C"]
                limits: {elements: -1}
                """);

        assertThat(faults)
                .extracting(Fault::place)
                .contains(
                        "test.yaml, store",
                        "test.yaml, time",
                        "test.yaml, curency",
                        "test.yaml, defaultCurrency",
                        "test.yaml, uniqueId",
                        "test.yaml, sequence",
                        "test.yaml, filters[0].reason",
                        "test.yaml, filters[1].is",
                        "test.yaml, lines.return",
                        "test.yaml, lines.negativeQuantity",
                        "test.yaml, item.sku",
                        "test.yaml, item.quantity",
                        "test.yaml, item.kinds.BOTTLE",
                        "test.yaml, contacts[0].path",
                        "test.yaml, contacts[0].type",
                        "test.yaml, contacts[0].pattern",
                        "test.yaml, totals.total",
                        "test.yaml, totals.unsigned",
                        "test.yaml, drop",
                        "test.yaml, limits.elements");
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("unknown-key"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).contains("currency, "));
    }

    @Test
    void taxOnTopMustStandSomewhere() {
        assertThat(faultsOf("extends: generic-6\ntaxIncluded: false\ntotals: {tax: []}"))
                .extracting(Fault::place, Fault::value)
                .containsExactly(tuple("test.yaml, taxIncluded", "false"));
        assertThat(faultsOf("extends: generic-6\nlines: {ignore: [], tax: Tax}"))
                .extracting(Fault::place)
                .containsExactly("test.yaml, lines.tax");
    }

    @Test
    void unknownKeysInsideGroupsAndListsAreFoundToo() {
        assertThat(faultsOf("""
                        extends: generic-6
                        lines: {sell: Sale}
                        item: {discounts: [{element: A, amount: B, kind: C}]}
                        tenders: {refund: {path: "@TypeCode", is: Refund, was: x}, rounding: {down: {not: x}}}
                        discounts: [{as: information, when: {path: "@A", is: x, or: y}}]
                        """))
                .extracting(Fault::code, Fault::place)
                .containsExactlyInAnyOrder(
                        tuple("unknown-key", "test.yaml, lines.sell"),
                        tuple("unknown-key", "test.yaml, item.discounts[0].kind"),
                        tuple("unknown-key", "test.yaml, tenders.refund.was"),
                        tuple("unknown-key", "test.yaml, tenders.rounding.down.not"),
                        tuple("unknown-key", "test.yaml, discounts[0].when.or"));
    }

    @Test
    void basesAreFoundBesideTheFileAndNeverInACircle(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "extends: b");
        Files.writeString(folder.resolve("b.yaml"), "extends: a");
        Files.writeString(folder.resolve("c.yaml"), "extends: missing");
        Files.writeString(folder.resolve("d.yaml"), "extends: ../a");

        for (String name : List.of("a", "c", "d")) {
            WrongProfile wrong =
                    catchThrowableOfType(WrongProfile.class, () -> PosLogProfile.read(folder.resolve(name + ".yaml")));
            assertThat(wrong.faults()).as(name).singleElement().satisfies(fault -> assertThat(fault.place())
                    .endsWith(".yaml, extends"));
        }
    }

    @Test
    void baseIsItsNameOrItsFile() {
        assertThat(faultsOf("extends: generic-6.yaml\nlines: {sell: Sale}"))
                .extracting(Fault::code)
                .containsExactly("unknown-key");
    }

    @Test
    void bareNoIsToldToStandInQuotes() {
        assertThat(faultsOf("extends: no")).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("test.yaml, extends");
            assertThat(fault.rule()).contains("\"no\"", "in quotes");
        });
    }

    @Test
    void aProfileFromAStreamStandsAlone() {
        WrongProfile wrong = catchThrowableOfType(
                WrongProfile.class,
                () -> PosLogProfile.read(new ByteArrayInputStream(Read.utf8("extends: generic-6")), "x.yaml"));

        assertThat(wrong.faults()).extracting(Fault::place).containsExactly("x.yaml, extends");
    }

    @Test
    void whatIsNoYamlOrHasAKeyTwiceIsSaidWithItsLine() {
        assertThat(faultsOf("store: A\nstore: B")).singleElement().satisfies(fault -> assertThat(fault.place())
                .startsWith("test.yaml, line 2"));
        assertThat(faultsOf("store: [A")).singleElement().satisfies(fault -> assertThat(fault.place())
                .startsWith("test.yaml, line "));
        for (String nothing : List.of("", "# only a comment", "just text", "- a list")) {
            assertThat(faultsOf(nothing)).as(nothing).hasSize(1);
        }
    }
}
