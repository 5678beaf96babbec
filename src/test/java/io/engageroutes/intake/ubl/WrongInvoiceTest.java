package io.engageroutes.intake.ubl;

import static io.engageroutes.intake.ubl.Invoices.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices that do not add up or say too little, and documents that are none. */
class WrongInvoiceTest {

    private final UblLayout shipped = Read.shipped();
    private final String good = invoice()
            .line("2", "638.40", "S", "25")
            .allowance("38.40", "S", "25", "95")
            .charge("100.00", "S", "25", "FC")
            .xml();

    private List<Fault> faults(String xml) {
        return Read.rejected(shipped, xml).faults();
    }

    @ParameterizedTest
    @CsvSource({
        "LineExtensionAmount,638.40,638.30,lines-total-mismatch,638.40",
        "TaxExclusiveAmount,700.00,701.00,tax-exclusive-mismatch,700.00",
        "TaxInclusiveAmount,875.00,875.01,tax-inclusive-mismatch,875.00",
        "PayableAmount,875.00,875.10,payable-mismatch,875.00",
    })
    void aTotalThatDoesNotFollowIsRejectedWithBothFigures(
            String element, String right, String wrong, String code, String named) {
        String totals =
                good.substring(good.indexOf("<cac:LegalMonetaryTotal>"), good.indexOf("</cac:LegalMonetaryTotal>"));
        String changed = totals.replaceFirst(element + "([^>]*)>" + right, element + "$1>" + wrong);
        assertThat(changed).isNotEqualTo(totals);
        assertThat(faults(good.replace(totals, changed))).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.value()).isEqualTo(wrong);
            assertThat(fault.rule()).contains(named);
        });
    }

    @Test
    void aVatThatDoesNotFollowFromItsRateIsRejected() {
        String wrong = good.replace(">175.00<", ">190.00<").replace(">875.00<", ">890.00<");
        assertThat(faults(wrong))
                .extracting(Fault::code, Fault::value)
                .containsExactly(tuple("tax-mismatch", "190.00"));
        assertThat(faults(wrong).get(0).rule()).contains("175.00", "VAT category S 25 %");
    }

    @Test
    void sumsOfAllowancesAndChargesAreComparedWhereTheyAreGiven() {
        String totals = "<cbc:AllowanceTotalAmount currencyID=\"SEK\">38</cbc:AllowanceTotalAmount>"
                + "<cbc:ChargeTotalAmount currencyID=\"SEK\">99</cbc:ChargeTotalAmount><cbc:PrepaidAmount";
        assertThat(faults(good.replace("<cbc:PrepaidAmount", totals)))
                .extracting(Fault::code, Fault::value)
                .containsExactly(tuple("allowance-total-mismatch", "38.00"), tuple("charge-total-mismatch", "99.00"));
    }

    @Test
    void whatIsMissingIsSaidAllAtOnce() {
        String bare =
                "<Invoice><InvoiceLine><InvoicedQuantity>x</InvoicedQuantity></InvoiceLine><AllowanceCharge/></Invoice>";
        assertThat(faults(bare))
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        "number-missing",
                        "currency-missing",
                        "date-missing",
                        "unique-id-incomplete",
                        "totals-missing",
                        "amount-missing",
                        "not-a-decimal",
                        "charge-indicator");
    }

    @Test
    void missingCurrencyAndTotalsAreRefused() {
        assertThat(faults(good.replaceAll("<cbc:DocumentCurrencyCode>.*?</cbc:DocumentCurrencyCode>", "")))
                .extracting(Fault::code)
                .containsExactly("currency-missing");
        assertThat(faults(good.replaceAll("<cbc:TaxInclusiveAmount.*?</cbc:TaxInclusiveAmount>", "")))
                .extracting(Fault::code)
                .containsExactly("amount-missing");
    }

    @Test
    void oneInvoiceIsInOneCurrency() {
        assertThat(faults(good.replace(
                        "<cbc:TaxInclusiveAmount currencyID=\"SEK\"", "<cbc:TaxInclusiveAmount currencyID=\"EUR\"")))
                .extracting(Fault::code, Fault::value)
                .containsExactly(tuple("currency-differs", "EUR"));
    }

    @Test
    void aCategoryThatTheTotalsDoNotHaveIsUnknown() {
        String other = good.replaceFirst(
                "<cbc:Percent>25</cbc:Percent>(?=.{0,60}</cac:ClassifiedTaxCategory>)",
                "<cbc:Percent>12</cbc:Percent>");
        assertThat(other).isNotEqualTo(good);
        assertThat(faults(other)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("tax-category-unknown");
            assertThat(fault.value()).isEqualTo("S 12 %");
            assertThat(fault.rule()).contains("S 25 %");
        });
    }

    @Test
    void exemptGoodsHaveNoRate() {
        assertThat(faults(good.replace("<cbc:ID>S</cbc:ID>", "<cbc:ID>AE</cbc:ID>")))
                .extracting(Fault::code)
                .containsOnly("tax-percent-invalid");
    }

    @Test
    void numbersThatAreAbsurdAreNoReasonToComputeForYears() {
        assertThat(faults(good.replace(">638.40<", ">63840000000000000000<")))
                .extracting(Fault::code)
                .contains("number-too-large");
        assertThat(faults(good.replace(">638.40<", ">638.40000000001<")))
                .extracting(Fault::code)
                .contains("number-too-large");
        assertThat(faults(good.replace(">638.40<", ">6.4e2<")))
                .extracting(Fault::code)
                .contains("not-a-decimal");
    }

    @Test
    void envelopesAndContainersAreOpened() {
        String content = good.replaceAll("<[?]xml.*?[?]>", "");
        String sbdh =
                "<StandardBusinessDocument xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\">"
                        + "<StandardBusinessDocumentHeader><DocumentIdentification><Type>Invoice</Type></DocumentIdentification>"
                        + "</StandardBusinessDocumentHeader>" + content + "</StandardBusinessDocument>";
        assertThat(Read.receipt(shipped, sbdh).total()).isEqualByComparingTo("875");
        String order = "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><ID>1</ID></Order>";
        List<Transaction> all = Read.all(
                shipped,
                ("<batch>" + content + order + content.replace(">380<", ">999<") + content + "</batch>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(all)
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactly("Sold", "NonSale", "Rejected", "Sold");
        assertThat(all.get(2).place()).contains("(document 3)");
    }

    @ParameterizedTest
    @CsvSource({
        "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>,not-an-invoice",
        "<Invoice xmlns='urn:sfti:documents:BasicInvoice:1:0'/>,not-an-invoice",
        "<POSLog/>,no-invoices",
        "<Invoice,truncated",
    })
    void documentsThatAreNoneSaySo(String document, String code) {
        assertThat(catchThrowableOfType(
                                () -> Read.all(shipped, document.getBytes(StandardCharsets.UTF_8)),
                                BrokenDocument.class)
                        .fault()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void aWrongLayoutSaysAllThatIsWrongWithIt() {
        WrongProfile wrong = catchThrowableOfType(() -> Read.with("""
                        store: { constant: WEB, path: ID }
                        uniqueId: "{source}-{colour}"
                        types: { refused: [{ types: ["7"] }], nonSale: { No Sale: ["1"] } }
                        item: { kinds: { CHEESE: [x] } }
                        contacts: [{ path: ID, type: nobody }]
                        """), WrongProfile.class);
        assertThat(wrong.faults())
                .extracting(Fault::place)
                .contains(
                        "test.yaml, store.constant",
                        "test.yaml, uniqueId",
                        "test.yaml, types.refused[0].because",
                        "test.yaml, types.nonSale.No Sale",
                        "test.yaml, item.kinds.CHEESE",
                        "test.yaml, contacts[0].type");
    }
}
