package io.engageroutes.intake.ubl;

import static io.engageroutes.intake.ubl.Invoices.invoice;
import static io.engageroutes.intake.ubl.RealInvoicesTest.assertLinesComeToTheTotal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an invoice becomes. */
class InvoiceTest {

    private final UblLayout shipped = Read.shipped();

    private static Invoices plain() {
        return invoice().line("2", "638.40", "S", "25");
    }

    @Test
    void anInvoiceIsASaleAtNoonOfItsDay() {
        Receipt receipt = Read.receipt(shipped, plain().xml());
        assertThat(receipt.uniqueId()).isEqualTo("erp-invoices-7300010000001-0088001-2026-11-20-380");
        assertThat(receipt.receiptNumber()).as("leading zeros count").isEqualTo("0088001");
        assertThat(receipt.storeId()).isEqualTo("WEB");
        assertThat(receipt.occurredAt()).hasToString("2026-11-20T12:00+01:00");
        assertThat(receipt.businessDate()).hasToString("2026-11-20");
        assertThat(receipt.contactKeys())
                .extracting(key -> key.type(), key -> key.value())
                .containsExactly(tuple(ContactKeyType.externalId, "WEB-70066"));
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("A-1");
            assertThat(line.articleName()).isEqualTo("Vara 1 åäö");
            assertThat(line.gross()).isEqualByComparingTo("798");
            assertThat(line.quantity()).isEqualByComparingTo("2");
        });
        assertThat(receipt.tenders())
                .extracting(tender -> tender.type() + " " + tender.amount())
                .containsExactly("credit 798.00");
        assertLinesComeToTheTotal(receipt);
    }

    @ParameterizedTest
    @CsvSource({
        "14:30:05,2026-11-20T14:30:05+01:00",
        "14:30:05+02:00,2026-11-20T14:30:05+02:00",
        "13:30:05Z,2026-11-20T14:30:05+01:00"
    })
    void aTimeOfIssueIsUsedWhenThereIsOne(String written, String read) {
        String xml =
                plain().with("<cbc:IssueTime>" + written + "</cbc:IssueTime>").xml();
        assertThat(Read.receipt(shipped, xml).occurredAt()).hasToString(read);
    }

    @Test
    void aCreditNoteAndANegativeInvoiceAreBothReturns() {
        Receipt note = Read.receipt(
                shipped, invoice().creditNote().line("1", "100", "S", "25").xml());
        Receipt negative =
                Read.receipt(shipped, invoice().line("-1", "-100", "S", "25").xml());
        assertThat(note.total()).isEqualByComparingTo("-125");
        assertThat(note.lines()).isEqualTo(negative.lines());
        assertThat(note.lines().get(0).type()).isEqualTo(LineType.RETURN);
        assertThat(note.uniqueId()).isNotEqualTo(negative.uniqueId());
        assertLinesComeToTheTotal(note);
        assertLinesComeToTheTotal(negative);
    }

    @Test
    void anInvoiceOfTheTypeOfACreditNoteIsOne() {
        assertThat(Read.receipt(shipped, plain().type("381").xml()).total()).isEqualByComparingTo("-798");
    }

    @Test
    void soldAndReturnedLinesMayStandTogether() {
        Receipt receipt = Read.receipt(
                shipped,
                plain().line("-1", "-100", "S", "25").line("1", "10", "S", "12").xml());
        assertThat(receipt.lines()).extracting(line -> line.type().name()).containsExactly("SALE", "RETURN", "SALE");
        assertThat(receipt.total()).isEqualByComparingTo("684.20");
        assertLinesComeToTheTotal(receipt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "E", "AE", "K", "G", "O"})
    void categoriesWithoutVatHaveNone(String category) {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .line("1", "100", category, category.equals("O") ? null : "0")
                        .xml());
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("0");
        assertThat(receipt.total()).isEqualByComparingTo("100");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void roundingStaysWithinItsVatCategoryAndTheTotalIsExact() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .line("1", "0.33", "S", "25")
                        .line("1", "0.33", "S", "25")
                        .line("1", "0.33", "S", "25")
                        .line("1", "0.33", "S", "12")
                        .xml());
        // 0.4125 each: 0.99 + 0.25 = 1.24 for the three
        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("0.42", "0.41", "0.41", "0.37");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void aRateIsTheSameHoweverManyDecimalsItHas() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .line("1", "100", "S", "25")
                        .line("1", "100", "S", "25.00")
                        .xml());
        assertThat(receipt.total()).isEqualByComparingTo("250");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void anAllowanceIsADiscountOnTheLinesOfItsCategoryAndFreightALine() {
        Receipt receipt = Read.receipt(
                shipped,
                plain().line("1", "100", "S", "12")
                        .allowance("50", "S", "12", "95")
                        .charge("39.20", "S", "25", "FC")
                        .charge("8", "S", "25", "PC")
                        .xml());
        assertThat(receipt.basketDiscounts()).singleElement().satisfies(discount -> {
            assertThat(discount.type()).isEqualTo("95");
            assertThat(discount.description()).isEqualTo("Text 95");
            assertThat(discount.amount()).isEqualByComparingTo("56");
            assertThat(discount.lines()).containsExactly(2);
        });
        assertThat(receipt.lines())
                .extracting(line -> line.kind() + " " + line.gross())
                .containsExactly("GOODS 798.00", "GOODS 112.00", "FREIGHT 49.00", "OTHER 10.00");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void anAllowanceThatItsLinesCannotTakeIsALineOfItsOwn() {
        Receipt returned = Read.receipt(
                shipped,
                plain().line("-1", "-100", "S", "12")
                        .allowance("20", "S", "12", "95")
                        .xml());
        assertThat(returned.basketDiscounts()).isEmpty();
        assertThat(returned.lines().get(2))
                .satisfies(line -> assertThat(line.type()).isEqualTo(LineType.RETURN))
                .satisfies(line -> assertThat(line.kind()).isEqualTo(LineKind.OTHER));
        assertLinesComeToTheTotal(returned);

        Receipt mixed = Read.receipt(
                shipped,
                invoice()
                        .creditNote()
                        .line("2", "200", "S", "25")
                        .line("-1", "-100", "S", "25")
                        .allowance("20", "S", "25", "95")
                        .xml());
        assertThat(mixed.total()).isEqualByComparingTo("-100");
        assertLinesComeToTheTotal(mixed);
    }

    @Test
    void anAllowanceOnACreditNoteMakesWhatIsGivenBackLess() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .creditNote()
                        .line("2", "200", "S", "25")
                        .allowance("20", "S", "25", "95")
                        .xml());
        assertThat(receipt.basketDiscounts()).hasSize(1);
        assertThat(receipt.total()).isEqualByComparingTo("-225");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void prepaidIsATenderAndRoundingOnTopIsCashRounding() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .line("1", "100.30", "S", "25")
                        .prepaid("50")
                        .rounding("-0.38")
                        .with(
                                "<cac:PaymentMeans><cbc:PaymentMeansCode>48</cbc:PaymentMeansCode><cac:CardAccount>"
                                        + "<cbc:PrimaryAccountNumberID>4111111111111111</cbc:PrimaryAccountNumberID></cac:CardAccount></cac:PaymentMeans>")
                        .xml());
        assertThat(receipt.total()).isEqualByComparingTo("125.38");
        assertThat(receipt.cashRounding()).isEqualByComparingTo("-0.38");
        assertThat(receipt.tenders())
                .extracting(tender -> tender.type() + " "
                        + tender.amount().stripTrailingZeros().toPlainString())
                .containsExactly("prepaid 50", "card 75");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void discountsOfALineAreToldButNotTakenOffAgain() {
        String inside = Invoices.allowanceCharge(false, "10", "SEK", "95", "")
                + Invoices.allowanceCharge(true, "2", "SEK", "FC", "");
        String price =
                "<cac:Price><cbc:PriceAmount currencyID=\"SEK\">40</cbc:PriceAmount><cbc:BaseQuantity>2</cbc:BaseQuantity>"
                        + "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount>4</cbc:Amount></cac:AllowanceCharge></cac:Price>";
        Receipt receipt = Read.receipt(
                shipped, invoice().line("5", "92", "S", "25", inside, price).xml());
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.gross()).isEqualByComparingTo("115");
            assertThat(line.unitPrice()).as("22 before discounts, with VAT").isEqualByComparingTo("27.50");
            assertThat(line.discounts())
                    .extracting(discount -> discount.amount().toPlainString())
                    .containsExactly("12.50", "12.50");
        });
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void whatCostsNothingIsALineAndATextIsNone() {
        Receipt receipt = Read.receipt(
                shipped,
                plain().line("1", "0", "S", "25").line("0", "0", "S", "25").xml());
        assertThat(receipt.lines()).hasSize(2);
        assertThat(receipt.lines().get(1).gross()).isEqualByComparingTo("0");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void aDiscountMayBeWrittenAsALine() {
        String xml = plain().line("1", "-63.84", "S", "25").xml();
        assertThat(Read.rejected(shipped, xml).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("quantity-sign");
            assertThat(fault.rule()).contains("item.negativeAmount");
        });
        Receipt discounted = Read.receipt(Read.with("item: { negativeAmount: discount }"), xml);
        assertThat(discounted.basketDiscounts()).singleElement().satisfies(discount -> assertThat(discount.amount())
                .isEqualByComparingTo("79.80"));
        assertLinesComeToTheTotal(discounted);
        assertThat(Read.receipt(Read.with("item: { negativeAmount: return }"), xml)
                        .lines()
                        .get(1)
                        .type())
                .isEqualTo(LineType.RETURN);
        UblLayout byArticle = Read.with("item: { discount: { path: Item/SellersItemIdentification/ID, is: [A-2] } }");
        assertThat(Read.receipt(byArticle, xml).basketDiscounts()).hasSize(1);
        assertThat(Read.rejected(shipped, plain().line("-1", "63.84", "S", "25").xml())
                        .faults())
                .extracting(Fault::code)
                .containsExactly("quantity-sign");
    }

    @ParameterizedTest
    @CsvSource({"386,prepayment", "325,pro-forma", "389,self-billing", "751,information"})
    void typesThatAreNoSaleAreCounted(String type, String reason) {
        assertThat(Read.single(shipped, plain().type(type).xml()))
                .isInstanceOfSatisfying(Transaction.NonSale.class, nonSale -> assertThat(nonSale.reason())
                        .isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "384,invoice-type-refused,takes the place of one",
        "383,invoice-type-refused,debit note",
        "999,invoice-type-unknown,add it to sale"
    })
    void typesThatOnlyTheRetailerCanDecideOnAreRejected(String type, String code, String rule) {
        assertThat(Read.rejected(shipped, plain().type(type).xml()).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.value()).isEqualTo(type);
                    assertThat(fault.rule()).contains(rule);
                });
    }

    @Test
    void aStoreIsFoundByTheSellersNumber() {
        UblLayout layout = Read.with("""
                store:
                  constant:
                  path: AccountingSupplierParty/Party/EndpointID
                  values: { "7300010000001": "014" }
                  otherwise: reject
                """);
        assertThat(Read.receipt(layout, plain().xml()).storeId()).isEqualTo("014");
        assertThat(Read.rejected(layout, plain().xml().replace("7300010000001", "7300010000002"))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("store-not-listed");
    }

    @Test
    void aReferenceMayBeTheMembersNumberWhenItLooksLikeOne() {
        UblLayout layout =
                Read.with("contacts: [{ path: BuyerReference, type: memberNumber, pattern: \"521[0-9]{7}\" }]");
        String reference = "<cbc:BuyerReference>%s</cbc:BuyerReference>";
        assertThat(Read.receipt(
                                layout,
                                plain().with(reference.formatted("5210000025")).xml())
                        .contactKeys())
                .extracting(key -> key.value())
                .containsExactly("5210000025");
        assertThat(Read.receipt(
                                layout,
                                plain().with(reference.formatted("order 7")).xml())
                        .contactKeys())
                .isEmpty();
    }

    @Test
    void namesAddressesAndAccountsAreNotKept() {
        Transaction.Rejected rejected =
                Read.rejected(shipped, plain().type("999").xml());
        assertThat(rejected.original()).contains("WEB-70066").doesNotContain("Hemliga", "Alma");
        assertThat(rejected.receiptNumber()).isEqualTo("0088001");
    }

    @Test
    void aCurrencyWithoutDecimalsIsSpreadInWholeUnits() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .currency("JPY", 0)
                        .line("1", "101", "S", "10")
                        .line("1", "101", "S", "10")
                        .line("1", "101", "S", "10")
                        .xml());
        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("111", "111", "111");
        assertThat(receipt.total()).isEqualByComparingTo("333");
        assertLinesComeToTheTotal(receipt);
    }

    @Test
    void discountsSpreadByTheFlowStayInTheirCategory() {
        Receipt receipt = Read.receipt(
                shipped,
                invoice()
                        .line("1", "80", "S", "25")
                        .line("1", "160", "S", "25")
                        .line("1", "100", "S", "12")
                        .allowance("24", "S", "25", "95")
                        .xml());
        assertThat(Read.priced(receipt).lines())
                .extracting(line -> line.paid().toPlainString())
                .isEqualTo(List.of("90.00", "180.00", "112.00"));
    }
}
