package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Spread SPREAD = new Spread("basketDiscounts[0]", 2);

    /** A discount and lines that can take it. */
    record Case(long discount, long[] lines) {}

    @Property
    void sharesAddUpToTheDiscount(@ForAll("cases") Case given) {
        assertThat(LongStream.of(shares(given)).sum()).isEqualTo(given.discount());
    }

    @Property
    void aShareIsFromNothingToTheWholeLine(@ForAll("cases") Case given) {
        long[] shares = shares(given);
        for (int line = 0; line < shares.length; line++) {
            assertThat(shares[line]).isBetween(0L, given.lines()[line]);
        }
    }

    @Property
    void aShareIsLessThanOneUnitFromItsExactPart(@ForAll("cases") Case given) {
        BigInteger whole = BigInteger.valueOf(LongStream.of(given.lines()).sum());
        long[] shares = shares(given);
        for (int line = 0; line < shares.length; line++) {
            BigInteger share = BigInteger.valueOf(shares[line]).multiply(whole);
            BigInteger exact = BigInteger.valueOf(given.discount()).multiply(BigInteger.valueOf(given.lines()[line]));
            assertThat(share.subtract(exact).abs()).isLessThan(whole.max(BigInteger.ONE));
        }
    }

    @Property
    void theOrderOfLinesDecidesOnlyTiesOfEqualLines(@ForAll("cases") Case given, @ForAll Random random) {
        List<Long> shuffled =
                new ArrayList<>(LongStream.of(given.lines()).boxed().toList());
        Collections.shuffle(shuffled, random);
        Case other = new Case(
                given.discount(), shuffled.stream().mapToLong(Long::longValue).toArray());
        assertThat(pairs(other)).isEqualTo(pairs(given));
    }

    @Property
    void ofEqualLinesTheEarlierNeverGetsLess(@ForAll("cases") Case given) {
        long[] shares = shares(given);
        for (int line = 1; line < shares.length; line++) {
            if (given.lines()[line] == given.lines()[line - 1]) {
                assertThat(shares[line - 1] - shares[line]).isBetween(0L, 1L);
            }
        }
    }

    @Property
    void aLargerLineNeverGetsLess(@ForAll("cases") Case given) {
        long[] shares = shares(given);
        for (int one = 0; one < shares.length; one++) {
            for (int other = 0; other < shares.length; other++) {
                if (given.lines()[one] > given.lines()[other]) {
                    assertThat(shares[one]).isGreaterThanOrEqualTo(shares[other]);
                }
            }
        }
    }

    @Property
    void aHundredTimesFinerUnitsChangeNoShareByAWholeUnit(@ForAll("cases") Case given) {
        long[] coarse = shares(given);
        long[] fine = shares(new Case(
                given.discount() * 100,
                LongStream.of(given.lines()).map(line -> line * 100).toArray()));
        for (int line = 0; line < coarse.length; line++) {
            assertThat(Math.abs(fine[line] - coarse[line] * 100)).isLessThan(100);
        }
    }

    @Property
    void theSameIsAlwaysSpreadTheSame(@ForAll("cases") Case given) {
        assertThat(shares(given))
                .isEqualTo(shares(new Case(given.discount(), given.lines().clone())));
    }

    @Property
    void whatALineCannotTakeGoesToTheOthers(@ForAll("cases") Case given, @ForAll Random random) {
        long[] weights = LongStream.of(given.lines())
                .map(line -> 1 + random.nextInt(1000))
                .toArray();
        long[] shares = SPREAD.shares(given.discount(), weights, given.lines());
        assertThat(LongStream.of(shares).sum()).isEqualTo(given.discount());
        for (int line = 0; line < shares.length; line++) {
            assertThat(shares[line]).isBetween(0L, given.lines()[line]);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<long[]> lines = Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 1_000_000_000_000L))
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(30);
        return lines.flatMap(array -> Combinators.combine(
                        Arbitraries.just(array),
                        Arbitraries.longs().between(0, LongStream.of(array).sum()))
                .as((each, discount) -> new Case(discount, each)));
    }

    @Test
    void magentoZeroLineGetsNoExtraCent() {
        assertThat(shares(1500, 0, 2200, 1400, 4350, 750)).containsExactly(0, 379, 242, 750, 129);
    }

    @Test
    void broadleafThreeEqualLinesGiveNoCentAway() {
        assertThat(shares(200, 500, 500, 500)).containsExactly(67, 67, 66);
    }

    @Test
    void shopifyRatiosAreExact() {
        assertThat(shares(2420, 4600, 4600, 5000, 5000, 5000)).containsExactly(460, 460, 500, 500, 500);
    }

    @Test
    void aCentOverAThousandLinesGoesToTheFirst() {
        long[] lines = LongStream.generate(() -> 995).limit(1000).toArray();
        long[] shares = shares(1, lines);
        assertThat(shares[0]).isEqualTo(1);
        assertThat(LongStream.of(shares).sum()).isEqualTo(1);
    }

    @Test
    void aTieGoesToTheLargerWeightThenTheEarlierLine() {
        // Exact parts 0.5, 1.5, 0.5: equal remainders.
        assertThat(shares(3, 100, 300, 100, 100)).containsExactly(1, 2, 0, 0);
        assertThat(shares(1, 100, 300)).containsExactly(0, 1);
        assertThat(shares(1, 100, 100)).containsExactly(1, 0);
    }

    @Test
    void aDiscountOfEverythingTakesEverything() {
        assertThat(shares(1003, 0, 1, 2, 1000)).containsExactly(0, 1, 2, 1000);
    }

    @Test
    void amountsWhoseProductIsNoLongAreSpreadExactly() {
        long large = 9_999_999_999_999_999L;
        assertThat(shares(large, large, large)).containsExactly(large / 2 + 1, large / 2);
    }

    @Test
    void nothingIsSpreadOverAnything() {
        assertThat(shares(0, 0, 0)).containsExactly(0, 0);
        assertThat(shares(0)).isEmpty();
    }

    @Test
    void aDiscountWithoutLinesIsRejected() {
        assertThatThrownBy(() -> shares(100, 0, 0))
                .isInstanceOf(RejectedReceipt.class)
                .hasMessageContaining("basketDiscounts[0]: '1.00'");
    }

    @Test
    void aDiscountLargerThanTheLinesIsRejectedWithBothAmounts() {
        assertThatThrownBy(() -> shares(501, 200, 300))
                .isInstanceOf(RejectedReceipt.class)
                .hasMessageContaining("'5.01'")
                .hasMessageContaining("at most 5.00");
        assertThatThrownBy(() -> new Spread("basketDiscounts[0]", 0).shares(501, new long[] {500}, new long[] {500}))
                .hasMessageContaining("'501'");
    }

    @Test
    void whatAWeightlessLineCouldTakeIsNoRoom() {
        assertThatThrownBy(() -> SPREAD.shares(101, new long[] {1, 0}, new long[] {100, 100}))
                .hasMessageContaining("at most 1.00");
    }

    private static long[] shares(Case given) {
        return shares(given.discount(), given.lines());
    }

    private static long[] shares(long discount, long... lines) {
        return SPREAD.shares(discount, lines, lines);
    }

    private static List<String> pairs(Case given) {
        long[] shares = shares(given);
        return IntStream.range(0, shares.length)
                .mapToObj(line -> given.lines()[line] + ":" + shares[line])
                .sorted()
                .toList();
    }
}
