package io.engageroutes.intake.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Invoices that others wrote; what must come out was computed from them by hand. */
class RealInvoicesTest {

    private static Receipt read(String name) {
        return Read.sold(Read.all(Read.shipped(), Read.real(name)).get(0));
    }

    @Test
    void theUblExampleIsWhatWasBoughtAndNotWhatIsLeftToPay() {
        Receipt receipt = read("UBL-Invoice-2.1-Example.xml");
        assertThat(receipt.total()).isEqualByComparingTo("1729");
        assertThat(receipt.tenders())
                .extracting(
                        Tender::type,
                        tender -> tender.amount().stripTrailingZeros().toPlainString())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("prepaid", "1000"),
                        org.assertj.core.api.Assertions.tuple("credit", "729"));
        assertThat(receipt.lines())
                .extracting(line -> line.type() + " " + line.quantity() + " " + line.gross())
                .containsExactly(
                        "SALE 1 1527.60",
                        "RETURN 1 4.36",
                        "SALE 2 5.46",
                        "RETURN 1 25.00",
                        "SALE 250 225.00",
                        "SALE 1 120.00",
                        "SALE 1 0.30");
        assertThat(receipt.cashRounding()).as("the total contains it").isNull();
        assertThat(receipt.basketDiscounts()).singleElement().satisfies(discount -> {
            assertThat(discount.amount()).isEqualByComparingTo("120");
            assertThat(discount.lines()).as("those of its VAT category").containsExactly(1, 5);
        });
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void theAllowanceExampleIsBoughtFor7125() {
        Receipt receipt = read("peppol-bis3-Allowance-example.xml");
        assertThat(receipt.total()).isEqualByComparingTo("7125");
        assertThat(receipt.taxTotal()).isEqualByComparingTo("1225");
        assertThat(receipt.lines())
                .extracting(line -> line.kind() + " " + line.gross() + " " + line.taxPercent())
                .containsExactly("GOODS 5000.00 25", "GOODS 1000.00 0", "GOODS 1125.00 25", "OTHER 250.00 25");
        assertThat(receipt.basketDiscounts()).singleElement().satisfies(discount -> {
            assertThat(discount.amount()).isEqualByComparingTo("250");
            assertThat(discount.lines()).containsExactly(1, 3);
        });
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void theCreditNoteIsAReturn() {
        Receipt receipt = read("peppol-bis3-base-creditnote-correction.xml");
        assertThat(receipt.total()).isEqualByComparingTo("-1656.25");
        assertThat(receipt.uniqueId()).endsWith("-Snippet1-2017-11-13-381");
        assertThat(receipt.lines())
                .extracting(line -> line.type() + " " + line.gross())
                .containsExactly("RETURN 3500.00", "SALE 1875.00", "RETURN 31.25");
        assertThat(receipt.tenders()).singleElement().satisfies(tender -> assertThat(tender.amount())
                .isEqualByComparingTo("-1656.25"));
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void theBaseExampleHasALineThatComesBackAndAChargeOfItsOwn() {
        Receipt receipt = read("peppol-bis3-base-example.xml");
        assertThat(receipt.total()).isEqualByComparingTo("1656.25");
        assertThat(receipt.lines())
                .extracting(line -> line.type() + " " + line.kind() + " " + line.gross())
                .containsExactly("SALE GOODS 3500.00", "RETURN GOODS 1875.00", "SALE OTHER 31.25");
        assertThat(receipt.lines().get(0).kind()).isEqualTo(LineKind.GOODS);
        assertThat(receipt.occurredAt()).hasToString("2017-11-13T12:00+01:00");
        assertThat(receipt.contactKeys()).extracting(key -> key.type().name()).containsExactly("email", "externalId");
        assertLinesComeToTheTotal(receipt);
    }

    static void assertLinesComeToTheTotal(Receipt receipt) {
        PricedReceipt priced = Read.priced(receipt);
        BigDecimal sum = BigDecimal.ZERO;
        for (PricedLine line : priced.lines()) {
            sum = line.line().type() == LineType.SALE ? sum.add(line.paid()) : sum.subtract(line.paid());
        }
        assertThat(sum).isEqualByComparingTo(receipt.total()).isEqualByComparingTo(priced.total());
    }
}
