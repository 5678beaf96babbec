package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The accounts of a document: seen = receipts + non-sales + rejected, and exactly that is in the parcels. */
class TallyTest {

    @Property(tries = 200)
    void everythingInADocumentIsCountedOnceAndNothingElse(
            @ForAll("lines") List<String> lines,
            @ForAll @IntRange(min = 1, max = 7) int parcelSize,
            @ForAll WhenBroken whenBroken)
            throws IOException {
        DocumentOrigin origin = new DocumentOrigin(
                "document-1", "till", "a.txt", "print", whenBroken, false, DigitalReceipts.NONE, false);
        OpenDocument document = new OpenDocument(origin, LineFormat.check(), parcelSize, came -> {});
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        document.content(content);
        document.read(
                new LineFormat(),
                new ByteArrayInputStream(content),
                new Source("till", LineFormat.STORES, null),
                new Unpacked.Limits(10_000_000, 200, 10));
        List<Parcel.Entry> entries = new ArrayList<>();
        document.forEachRemaining(
                parcel -> entries.addAll(ParcelJson.read(parcel.json()).entries()));
        document.close();

        List<String> whole = lines.contains("broken") ? lines.subList(0, lines.indexOf("broken")) : lines;
        long sold = count(whole, "sold") + count(whole, "faulty");
        long dead = lines.contains("broken") && whenBroken == WhenBroken.DEAD_LETTER ? 1 : 0;
        Tally tally = document.tally();
        assertThat(tally.receipts()).isEqualTo(sold);
        assertThat(tally.nonSales()).isEqualTo(count(whole, "none"));
        assertThat(tally.rejected()).isEqualTo(count(whole, "bad") + dead);
        assertThat(tally.seen()).isEqualTo(tally.receipts() + tally.nonSales() + tally.rejected());
        assertThat(tally.seen()).isEqualTo(whole.size() + dead);
        assertThat(entries).hasSize((int) (tally.receipts() + tally.rejected()));
        assertThat(entries).extracting(Parcel.Entry::id).doesNotHaveDuplicates();
        assertThat(tally.bytes()).isEqualTo(content.length);
        assertThat(tally.fault() == null).isEqualTo(!lines.contains("broken"));
    }

    private static long count(List<String> lines, String kind) {
        return lines.stream().filter(line -> line.startsWith(kind)).count();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, Arbitraries.of("sold A", "sold B", "faulty C")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of("none training", "none cancelled")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.just("bad X")),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just("broken")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
