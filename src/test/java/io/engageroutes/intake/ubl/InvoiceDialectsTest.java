package io.engageroutes.intake.ubl;

import static io.engageroutes.intake.ubl.Invoices.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Invoices that are right and rare, and what is said of those that cannot be read. */
class InvoiceDialectsTest {

    private final UblLayout shipped = Read.shipped();

    private List<Fault> faults(String xml) {
        return Read.rejected(shipped, xml).faults();
    }

    @Test
    void aQuantityMayHaveMoreDecimalsThanAReceipts() {
        Receipt receipt = Read.receipt(
                shipped, invoice().line("3.141592653", "314.16", "S", "25").xml());
        assertThat(receipt.lines().get(0).quantity()).isEqualByComparingTo("3.141593");
        assertThat(Read.priced(receipt).total()).isEqualByComparingTo("392.70");
        Receipt tiny = Read.receipt(
                shipped, invoice().line("0.0000000001", "1.00", "S", "25").xml());
        assertThat(Read.priced(tiny).total()).isEqualByComparingTo("1.25");
    }

    /** In currencies of 0, 2 and 3 decimals, sold and credited, with rates that never come out even. */
    @Property(tries = 200)
    void totalsAreTheInvoicesOwnInEveryCurrency(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll boolean credit,
            @ForAll @IntRange(min = 1, max = 999_999) int first,
            @ForAll @IntRange(min = 1, max = 999_999) int second,
            @ForAll @IntRange(min = 1, max = 999) int off,
            @ForAll @IntRange(min = 1, max = 999) int charge) {
        int decimals = new int[] {0, 2, 3}[which];
        Invoices written = invoice().currency(new String[] {"JPY", "SEK", "KWD"}[which], decimals);
        written = credit ? written.creditNote() : written;
        written.line("3", plain(first, decimals), "S", "25")
                .line("0.333", plain(second, decimals), "S", "12")
                .line("1", plain(second, decimals), "S", "25")
                .allowance(plain(Math.min(off, first), decimals), "S", "25", "95")
                .charge(plain(charge, decimals), "S", "12", "FC");
        Receipt receipt = Read.receipt(shipped, written.xml());
        BigDecimal total = credit ? written.inclusive().negate() : written.inclusive();
        assertThat(receipt.total()).isEqualByComparingTo(total);
        assertThat(Read.priced(receipt).total()).isEqualByComparingTo(total);
    }

    private static String plain(int units, int decimals) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    @Test
    void aLineOfSeveralVatCategoriesCannotBeSplit() {
        String exempt =
                "<cac:ClassifiedTaxCategory><cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent></cac:ClassifiedTaxCategory>";
        String good = invoice().line("1", "100.00", "S", "25").xml();
        assertThat(faults(good.replaceFirst("<cac:ClassifiedTaxCategory>", exempt + "<cac:ClassifiedTaxCategory>")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("tax-category-several");
                    assertThat(fault.value()).isEqualTo("E 0 %, S 25 %");
                    assertThat(fault.place()).endsWith("InvoiceLine 1/Item/ClassifiedTaxCategory");
                });
        String twice = exempt.replace(">E<", ">S<").replace(">0<", ">25.00<");
        assertThat(Read.receipt(
                                shipped,
                                good.replaceFirst("<cac:ClassifiedTaxCategory>", twice + "<cac:ClassifiedTaxCategory>"))
                        .total())
                .isEqualByComparingTo("125");
    }

    @Test
    void aRateIsAskedForWhereTheTotalsDoNotSplitTheVat() {
        String good = invoice().line("1", "100.00", "S", "25").xml();
        String without = good.replaceAll("(?s)<cac:TaxSubtotal>.*</cac:TaxSubtotal>", "");
        assertThat(Read.priced(Read.receipt(shipped, without)).total()).isEqualByComparingTo("125");
        assertThat(faults(without.replace("<cbc:Percent>25</cbc:Percent>", "")))
                .extracting(Fault::code)
                .containsExactly("tax-percent-missing");
    }

    @Test
    void vatInTheCurrencyOfTheTaxOfficeIsNotAddedToTheInvoices() {
        String foreign = "<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">280.00</cbc:TaxAmount></cac:TaxTotal>";
        String good =
                invoice().currency("EUR", 2).line("1", "100.00", "S", "25").xml();
        Receipt receipt =
                Read.receipt(shipped, good.replace("<cac:LegalMonetaryTotal>", foreign + "<cac:LegalMonetaryTotal>"));
        assertThat(receipt.taxTotal()).isEqualByComparingTo("25");
        assertThat(receipt.total()).isEqualByComparingTo("125");
    }

    @Test
    void aWrongVatIsToldInTheCurrencysDecimalsAndWithItsTolerance() {
        String good = invoice().line("1", "100.01", "S", "25").xml();
        String wrong = good.replace(">25.00<", ">25.02<").replace(">125.01<", ">125.03<");
        assertThat(faults(wrong)).singleElement().satisfies(fault -> assertThat(fault.rule())
                .startsWith("must be 25.00, ")
                .contains("give or take 0.01;"));
    }
}
