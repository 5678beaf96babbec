package io.engageroutes.workbench;

import static io.engageroutes.workbench.Benches.CSV;
import static io.engageroutes.workbench.Benches.csv;
import static io.engageroutes.workbench.Benches.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Comparison comparison = new Comparison(false);

    @Test
    void theSameIsNoDifference() {
        byte[] document = csv(row("1", "5210000017", "100,00", "100,00"), row("2", "", "fem", "1,00"));
        read(document, comparison::before);
        read(document, comparison::now);

        assertThat(comparison.changes()).isEmpty();
    }

    @Test
    void aChangedAmountIsNamedByItsPath() {
        read(csv(row("1", "5210000017", "100,00", "100,00")), comparison::before);
        read(csv(row("1", "5210000017", "125,00", "125,00")), comparison::now);

        Comparison.Change change = comparison.changes().get(0);
        assertThat(change.kind()).isEqualTo(Comparison.Kind.CHANGES);
        assertThat(change.differences())
                .extracting(Difference::toString)
                .contains("lines[0].gross 100.00 -> 125.00", "sent.totalGrossPrice 100.00 -> 125.00");
    }

    @Test
    void whatComesNewAppearsAndWhatIsGoneVanishes() {
        read(csv(row("1", "5210000017", "1,00", "1,00"), row("2", "5210000017", "2,00", "2,00")), comparison::before);
        read(csv(row("1", "5210000017", "1,00", "1,00")), comparison::now);
        assertThat(kinds()).containsExactly("vanishes line 3");

        Comparison other = new Comparison(false);
        read(csv(row("1", "5210000017", "1,00", "1,00")), other::before);
        read(csv(row("9", "5210000017", "9,00", "9,00"), row("1", "5210000017", "1,00", "1,00")), other::now);
        assertThat(other.changes())
                .extracting(change -> change.kind().word() + " " + change.uniqueId())
                .containsExactly("appears till-csv-014-7-20261103-9");
    }

    @Test
    void aReceiptThatIsRejectedNowIsTheSameTransaction() {
        read(csv(row("1", "5210000017", "100,00", "100,00")), comparison::before);
        read(csv(row("1", "5210000017", "hundra", "100,00")), comparison::now);

        assertThat(comparison.changes()).hasSize(1);
        assertThat(comparison.changes().get(0).differences())
                .extracting(Difference::toString)
                .contains("end delivered -> rejected", "faults[0].code (nothing) -> not-a-number");
    }

    @Test
    void aChangedContactIsSeenAndItsKeyIsNot() {
        read(csv(row("1", "5210000017", "100,00", "100,00")), comparison::before);
        read(csv(row("1", "5210000027", "100,00", "100,00")), comparison::now);

        assertThat(comparison.changes().toString())
                .contains("contactKeys[0].value 5***7 -> 5***7")
                .doesNotContain("5210000017")
                .doesNotContain("5210000027");
    }

    @Test
    void aContactThatAppearsIsMaskedToo() {
        read(csv(row("1", "", "100,00", "100,00")), comparison::before);
        read(csv(row("1", "5210000027", "100,00", "100,00")), comparison::now);

        assertThat(comparison.changes().toString())
                .contains("contactKeys[0].value")
                .doesNotContain("5210000027");
    }

    private List<String> kinds() {
        return comparison.changes().stream()
                .map(change -> change.kind().word() + " " + change.place())
                .toList();
    }

    private static void read(byte[] document, Consumer<Judged> each) {
        Benches.bench().read(CSV, "a.csv", new ByteArrayInputStream(document), each);
    }
}
