package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TaxOnTopTest {

    private static final TaxOnTop ON_TOP = new TaxOnTop(new MinorUnits(Map.of()));

    private static Receipt included(Sample net, Integer... free) {
        return ON_TOP.included(net.build(), Set.of(free), null);
    }

    private static List<String> grosses(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> line.gross().toPlainString())
                .toList();
    }

    private static List<String> taxes(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> line.taxAmount().toPlainString())
                .toList();
    }

    @Test
    void taxIsSpreadInProportionToTheLines() {
        Receipt receipt = included(Sample.receipt()
                .currency("USD")
                .lines("10.00", "20.00")
                .total("32.40")
                .taxTotal("2.40"));

        assertThat(grosses(receipt)).containsExactly("10.80", "21.60");
        assertThat(taxes(receipt)).containsExactly("0.80", "1.60");
        assertThat(receipt.lines()).extracting(Line::taxPercent).containsOnly(new BigDecimal("8"));
    }

    @Test
    void taxIsOnWhatDiscountsLeave() {
        Receipt receipt = included(Sample.receipt()
                .currency("USD")
                .lines("10.00", "20.00")
                .basketDiscount("A", "3.00")
                .total("29.16")
                .taxTotal("2.16"));

        assertThat(grosses(receipt)).containsExactly("9.72", "19.44");
        assertThat(receipt.basketDiscounts()).isEmpty();
        assertThat(receipt.lines())
                .extracting(line -> line.discounts().get(0).amount().toPlainString())
                .containsExactly("1.00", "2.00");
    }

    @Test
    void linesThatBearNoTaxKeepTheirAmount() {
        Receipt receipt = included(
                Sample.receipt()
                        .currency("USD")
                        .lines("10.00", "20.00")
                        .total("30.80")
                        .taxTotal("0.80"),
                2);

        assertThat(grosses(receipt)).containsExactly("10.80", "20.00");
        assertThat(receipt.lines().get(1).taxPercent()).isZero();
    }

    @Test
    void taxOnNothingButTaxFreeLinesIsOnThemAfterAll() {
        assertThat(taxes(included(
                        Sample.receipt()
                                .currency("USD")
                                .lines("10.00")
                                .total("10.80")
                                .taxTotal("0.80"),
                        1)))
                .containsExactly("0.80");
    }

    @Test
    void linesThatSayTheirOwnTaxKeepIt() {
        Receipt receipt = included(Sample.receipt()
                .currency("USD")
                .line(Sample.line(1).gross("10.00").taxPercent("25").taxAmount("2.4999"))
                .line(Sample.line(2).gross("10.00").taxPercent("6").taxAmount("0.6049"))
                .total("23.10")
                .taxTotal("3.10"));

        assertThat(taxes(receipt)).containsExactly("2.50", "0.60");
        assertThat(receipt.lines())
                .extracting(line -> line.taxPercent().toPlainString())
                .containsExactly("25", "6");
    }

    @Test
    void linesWhoseOwnTaxIsNotTheWholeShareIt() {
        assertThat(taxes(included(Sample.receipt()
                        .currency("USD")
                        .line(Sample.line(1).gross("10.00").taxAmount("2.50"))
                        .line(Sample.line(2).gross("10.00").taxAmount("0.00"))
                        .total("23.00")
                        .taxTotal("3.00"))))
                .containsExactly("1.50", "1.50");
    }

    @Test
    void taxWithoutAnyLineIsRejected() {
        RejectedReceipt rejected = catchThrowableOfType(
                RejectedReceipt.class,
                () -> included(Sample.receipt()
                        .currency("USD")
                        .lines("0.00")
                        .total("0.80")
                        .taxTotal("0.80")));

        assertThat(rejected.faults()).extracting(Fault::code).containsExactly("tax-without-lines");
    }

    @Test
    void amountsThatDoNotComeToTheTotalAreRejectedWithAllOfThem() {
        RejectedReceipt rejected = catchThrowableOfType(
                RejectedReceipt.class,
                () -> included(Sample.receipt()
                        .currency("USD")
                        .lines("10.00")
                        .total("10.90")
                        .taxTotal("0.80")));

        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("total-mismatch");
            assertThat(fault.rule()).contains("10.80", "10.00", "0.80", "0.10");
        });
    }

    @Test
    void whatIsTooLargeOrTooFineIsRejectedAndNeverComputedWith() {
        for (String[] wrong : new String[][] {
            {"1e30", "0.80", "number-too-large"},
            {"10.80", "1e30", "number-too-large"},
            {"10.805", "0.80", "amount-too-fine"}
        }) {
            RejectedReceipt rejected = catchThrowableOfType(
                    RejectedReceipt.class,
                    () -> included(Sample.receipt()
                            .currency("USD")
                            .lines("10.00")
                            .total(wrong[0])
                            .taxTotal(wrong[1])));
            assertThat(rejected.faults()).extracting(Fault::code).containsExactly(wrong[2]);
        }
    }

    @Test
    void withoutTotalItIsWhatLinesAndTaxComeTo() {
        assertThat(included(Sample.receipt().currency("USD").lines("10.00").taxTotal("0.80"))
                        .total())
                .isEqualByComparingTo("10.80");
    }

    /** The promise: lines come to the total, their tax to the tax, and pricing changes neither. */
    @Property
    void linesComeToTheTotalAndTheirTaxToTheTax(
            @ForAll("amounts") List<Integer> cents,
            @ForAll @IntRange(max = 2000) int basisPoints,
            @ForAll @IntRange(max = 90) int discountPercent,
            @ForAll boolean returned) {
        Sample net = Sample.receipt().currency("USD");
        long sum = 0;
        for (int at = 0; at < cents.size(); at++) {
            SampleLine line = Sample.line(at + 1).gross(money(cents.get(at))).taxPercent(null);
            net = net.line(returned ? line.returned() : line);
            sum += cents.get(at);
        }
        long discount = sum * discountPercent / 100;
        if (discount > 0) {
            net = net.basketDiscount("A", money(discount));
        }
        long tax = (sum - discount) * basisPoints / 10_000;
        long total = sum - discount + tax;
        String sign = returned ? "-" : "";
        Receipt receipt = included(
                net.total(sign + money(total)).taxTotal(sign + money(tax)).tender("card", sign + money(total)));

        PricedReceipt priced = Prices.price(receipt);
        BigDecimal paid = priced.lines().stream().map(PricedLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taxes = priced.lines().stream().map(PricedLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isEqualByComparingTo(money(total));
        assertThat(taxes).isEqualByComparingTo(money(tax));
        assertThat(priced.total()).isEqualByComparingTo(sign + money(total));
        assertThat(priced.lines()).allSatisfy(line -> assertThat(line.tax())
                .isEqualByComparingTo(line.line().taxAmount()));
    }

    @Provide
    Arbitrary<List<Integer>> amounts() {
        return Arbitraries.integers().between(1, 5_000_00).list().ofMinSize(1).ofMaxSize(40);
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
