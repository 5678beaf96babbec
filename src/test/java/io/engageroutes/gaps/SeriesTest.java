package io.engageroutes.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {

    private static final long NOW = 1_000_000;

    private static Series of(long... numbers) {
        Series series = new Series(10_000, 1000);
        LongStream.of(numbers).forEach(number -> series.note(number, NOW));
        return series;
    }

    private static TreeSet<Long> missing(Series series) {
        return series.gaps(NOW).stream()
                .flatMap(gap -> LongStream.rangeClosed(gap.first(), gap.last()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property
    void anyOrderAndRepetitionLeavesExactlyWhatDidNotCome(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 150) Integer> arrivals) {
        Series series = new Series(10_000, 1000);
        arrivals.forEach(number -> series.note(number, NOW));

        long first = arrivals.get(0);
        TreeSet<Long> expected = LongStream.rangeClosed(
                        first,
                        arrivals.stream().mapToLong(Integer::longValue).max().orElseThrow())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        arrivals.forEach(number -> expected.remove((long) number));
        assertThat(missing(series)).isEqualTo(expected);
    }

    @Property
    void whatIsStoredAndReadBetweenTwoArrivalsIsTheSame(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 80) Integer> arrivals) {
        Series whole = new Series(10_000, 1000);
        List<Series.Run> stored = List.of();
        long at = NOW;
        for (int number : arrivals) {
            at++;
            whole.note(number, at);
            Series read = new Series(10_000, 1000);
            read.add(stored);
            read.note(number, at);
            stored = read.runs();
        }
        assertThat(stored).isEqualTo(whole.runs());
    }

    @Property
    void aGapIsAsOldAsTheFirstNumberThatPassedIt(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 40) Integer> arrivals) {
        Series series = new Series(10_000, 1000);
        for (int at = 0; at < arrivals.size(); at++) {
            series.note(arrivals.get(at), at);
        }
        for (Series.Gap gap : series.gaps(Long.MAX_VALUE)) {
            int passed = 0;
            while (arrivals.get(passed) <= gap.last()) {
                passed++;
            }
            assertThat(gap.since()).isEqualTo(passed);
        }
    }

    @Test
    void aNumberIsMissingOnlyOnceItIsLate() {
        Series series = of(1005);
        series.note(1007, NOW + 10);

        assertThat(series.gaps(NOW + 9)).isEmpty();
        assertThat(series.gaps(NOW + 10)).containsExactly(new Series.Gap(1006, 1006, NOW + 10));
    }

    @Test
    void whatIsContiguousTakesOneRow() {
        assertThat(of(LongStream.rangeClosed(1, 5000).toArray()).runs()).containsExactly(new Series.Run(1, 5000, NOW));
    }

    @Test
    void aWildNumberOrAJumpBackMakesNoGaps() {
        Series series = of(1005);

        assertThat(series.note(1_000_000_000_005L, NOW)).isEqualTo(Series.Place.OUTSIDE);
        assertThat(series.note(3, NOW)).isEqualTo(Series.Place.OUTSIDE);
        assertThat(series.note(11_005, NOW)).isEqualTo(Series.Place.NEW);
        assertThat(missing(series)).hasSize(9999);
        assertThat(series.runs()).hasSize(2);
    }

    @Test
    void tooManyGapsAreGivenUpFromBelowAndCounted() {
        Series series = new Series(10_000, 10);
        LongStream.rangeClosed(0, 20).forEach(at -> series.note(1 + 2 * at, NOW));

        assertThat(series.runs()).hasSize(10);
        assertThat(series.givenUp()).isEqualTo(11);
        assertThat(missing(series)).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "1005,1005",
        "#1005,1005",
        "SE-1005,1005",
        "' 1005 ',1005",
        "000042,42",
        "999999999999999,999999999999999"
    })
    void aPrefixWithoutDigitsIsTakenOff(String text, long number) {
        assertThat(OrderNumber.of(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "2026-1005", "1005-A", "1e5", "-1.5", "9999999999999999", "abc"})
    void somethingElseIsNoNumber(String text) {
        assertThat(OrderNumber.of(text)).isEmpty();
    }
}
