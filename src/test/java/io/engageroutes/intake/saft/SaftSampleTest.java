package io.engageroutes.intake.saft;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.Tender;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The facts of Norway's official example. */
class SaftSampleTest {

    private final SaftFormat norway = Reading.shipped("no");

    private List<Receipt> receipts() throws IOException {
        return Reading.all(norway, Reading.real()).stream()
                .map(transaction -> ((Transaction.Sold) transaction).receipt())
                .toList();
    }

    @Test
    void theFourTransactionsComeToWhatTheyShould() throws IOException {
        assertThat(receipts())
                .extracting(receipt -> receipt.total().toPlainString())
                .containsExactly("86.40", "295.40", "148.80", "-16.40");
    }

    @Test
    void theyAddUpToTheZReport() throws IOException {
        try (SaftDocument document = Reading.open(norway, Reading.real())) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Transaction next = document.next(); next != null; next = document.next()) {
                sum = sum.add(((Transaction.Sold) next).receipt().total());
            }
            assertThat(document.zReports()).singleElement().satisfies(report -> {
                assertThat(report.sales()).isEqualByComparingTo("514.20");
                assertThat(report.register()).isEqualTo("11.222-33.44.567");
                assertThat(report.at()).isEqualTo("2020-01-01T23:56:59");
            });
            assertThat(sum).isEqualByComparingTo("514.20");
            assertThat(document.firstDay()).isEqualTo(LocalDate.of(2020, 1, 1));
            assertThat(document.lastDay()).isEqualTo(LocalDate.of(2020, 1, 31));
        }
    }

    @Test
    void namesTimesAndMoneyAreTheTills() throws IOException {
        Receipt cash = receipts().get(1);

        assertThat(cash.uniqueId()).isEqualTo("fiscal-999999999-Location A: Shop Frogner-11.222-33.44.567-1001");
        assertThat(cash.receiptNumber()).isEqualTo("1001");
        assertThat(cash.storeId()).isEqualTo("Location A: Shop Frogner");
        assertThat(cash.registerId()).isEqualTo("11.222-33.44.567");
        assertThat(cash.occurredAt()).isEqualTo(OffsetDateTime.parse("2020-01-01T09:15:00+01:00"));
        assertThat(cash.currency()).isEqualTo("NOK");
        assertThat(cash.cashRounding()).isEqualByComparingTo("-0.40");
        assertThat(cash.taxTotal()).isEqualByComparingTo("59.08");
        assertThat(cash.tenders()).containsExactly(new Tender("cash", "Cash", new BigDecimal("295.00"), false, null));
        assertThat(cash.contactKeys()).isEmpty();
        assertThat(cash.lines().get(1)).satisfies(line -> {
            assertThat(line.articleName()).isEqualTo("Tuborg Boks, 0,5l");
            assertThat(line.sku()).isEqualTo("3001");
            assertThat(line.articleGroup()).isEqualTo("300");
            assertThat(line.quantity()).isEqualByComparingTo("6");
            assertThat(line.gross()).isEqualByComparingTo("179.40");
            assertThat(line.taxPercent()).isEqualByComparingTo("25");
            assertThat(line.taxAmount()).isEqualByComparingTo("35.88");
        });
    }

    @Test
    void theReturnHasPositiveAmountsAndANegativeTotal() throws IOException {
        Receipt back = receipts().get(3);

        assertThat(back.taxTotal()).isEqualByComparingTo("-2.14");
        assertThat(back.tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("card");
            assertThat(tender.amount()).isEqualByComparingTo("-16.40");
        });
        assertThat(back.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo(LineType.RETURN);
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.gross()).isEqualByComparingTo("16.40");
            assertThat(line.taxAmount()).isEqualByComparingTo("2.14");
        });
    }

    @Test
    void everyOneCanBePriced() throws IOException {
        Pricing pricing = new Pricing(
                new MinorUnits(Map.of()),
                new VatRates(List.of()),
                new StoreRegister(List.of()),
                Pricing.Settings.usual());

        assertThat(receipts().stream().map(pricing::price).map(PricedReceipt::total))
                .map(BigDecimal::toPlainString)
                .containsExactly("86.40", "295.40", "148.80", "-16.40");
    }

    @Test
    void nothingOfEmployeesSignaturesAndCardsIsKept() throws IOException {
        for (Transaction transaction : Reading.all(norway, Reading.real())) {
            assertThat(((Transaction.Sold) transaction).original().get())
                    .doesNotContain("Nordmann", "empID", "signature", "BAX")
                    .contains("transID");
        }
    }
}
