package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lines with three to five decimals, as tills write them that spread a discount without rounding. */
class SubCentPropertiesTest {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private static Sample receipt(List<BigDecimal> amounts, BigDecimal total) {
        Sample receipt = Sample.receipt().currency("EUR").total(total.toPlainString());
        for (int at = 0; at < amounts.size(); at++) {
            receipt.line(Sample.line(at + 1).gross(amounts.get(at).toPlainString()));
        }
        return receipt.tender("card", total.toPlainString());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void linesComeToTheDeclaredTotalAndNoneMovesByACent(@ForAll("amounts") List<BigDecimal> amounts) {
        BigDecimal total = sum(amounts).setScale(2, RoundingMode.HALF_UP);

        PricedReceipt priced = Prices.price(receipt(amounts, total));
        assertThat(priced.lines().stream().map(PricedLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
        for (int at = 0; at < amounts.size(); at++) {
            assertThat(priced.lines().get(at).paid().subtract(amounts.get(at)).abs())
                    .isLessThan(new BigDecimal("0.01"));
        }
    }

    @Property
    void totalOfLinesThatTheTillRoundedEachIsExplainedToo(@ForAll("amounts") List<BigDecimal> amounts) {
        BigDecimal total = amounts.stream()
                .map(amount -> amount.setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(Prices.price(receipt(amounts, total)).lines().stream()
                        .map(PricedLine::paid)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
    }

    @Property
    void moreThanHalfACentForEachLineIsNoRounding(@ForAll("amounts") List<BigDecimal> amounts, @ForAll boolean more) {
        BigDecimal tolerated = HALF_A_CENT.multiply(BigDecimal.valueOf(amounts.size()));
        BigDecimal off = more
                ? tolerated.add(new BigDecimal("0.01"))
                : tolerated.add(new BigDecimal("0.01")).negate();
        BigDecimal total = sum(amounts).add(off).setScale(2, more ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (total.signum() < 0) {
            return;
        }

        assertThat(catchThrowableOfType(RejectedReceipt.class, () -> Prices.price(receipt(amounts, total)))
                        .faults())
                .extracting(Fault::code)
                .contains("total-mismatch");
    }

    @Provide
    Arbitrary<List<BigDecimal>> amounts() {
        return Arbitraries.integers()
                .between(3, 5)
                .flatMap(scale -> Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.01"), new BigDecimal("900"))
                        .ofScale(scale))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
