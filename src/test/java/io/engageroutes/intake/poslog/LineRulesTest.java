package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LineRulesTest {

    private static final PosLogProfile GENERIC = Read.shipped("generic-6");

    @Test
    void unknownLineKindIsRejectedAndTheMessageSaysHowToDeclareIt() {
        Transaction.Rejected rejected = Read.rejected(
                GENERIC,
                Till.withTotal(
                        "189.00",
                        Till.LINE,
                        Till.item("<x:SaleForLocker>", "179.00", "1", "</x:SaleForLocker>"),
                        Till.PAID));

        assertThat(rejected.receiptNumber()).isEqualTo("3");
        assertThat(rejected.original()).contains("<SaleForLocker>", "179.00");
        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-line-kind");
            assertThat(fault.place()).isEqualTo(rejected.place() + ", LineItem 2/SaleForLocker");
            assertThat(fault.value()).isEqualTo("SaleForLocker");
            assertThat(fault.rule()).contains("lines.sale", "lines.ignore", "profile generic-6");
        });
    }

    @Test
    void declaringTheKindIsAllItTakes() {
        PosLogProfile profile = Read.profile("extends: generic-6\nlines: {sale: [Sale, SaleForLocker]}");

        assertThat(Read.receipt(profile, Till.sale(Till.item("<x:SaleForLocker>", "179.00", "1", "</x:SaleForLocker>")))
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.gross()).isEqualTo("179.00"));
    }

    @Test
    void everySaleElementOfTheShippedProfilesIsSold() {
        for (String profile : new String[] {"generic-6", "generic-2", "extenda", "wincor"}) {
            for (String kind : new String[] {"Sale", "SaleForPickup", "SaleForDelivery"}) {
                Receipt receipt = Read.receipt(
                        Read.shipped(profile),
                        Till.withTotal("5", Till.item("<" + kind + ">", "5", "1", "</" + kind + ">")));
                assertThat(receipt.lines())
                        .as(profile + " " + kind)
                        .extracting(Line::type)
                        .containsExactly(LineType.SALE);
            }
        }
    }

    @Test
    void returnElementIsAReturnWhateverItsSigns() {
        for (String amount : new String[] {"5.00", "-5.00"}) {
            for (String quantity : new String[] {"2", "-2"}) {
                Receipt receipt =
                        Read.receipt(GENERIC, Till.sale(Till.item("<Return>", amount, quantity, "</Return>")));
                assertThat(receipt.lines()).singleElement().satisfies(line -> {
                    assertThat(line.type()).isEqualTo(LineType.RETURN);
                    assertThat(line.gross()).isEqualTo("5.00");
                    assertThat(line.quantity()).isEqualTo("2");
                });
            }
        }
    }

    @Test
    void saleWithNegativeQuantityIsAReturnWhereTheProfileSaysSo() {
        assertThat(Read.receipt(GENERIC, Till.sale(Till.item("<Sale>", "5.00", "-1", "</Sale>")))
                        .lines())
                .extracting(Line::type)
                .containsExactly(LineType.RETURN);
        assertThat(Read.rejected(
                                Read.shipped("wincor"),
                                Till.withTotal("-5.00", Till.item("<Sale>", "5.00", "-1", "</Sale>")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("negative-quantity");
    }

    @Test
    void saleWithNegativeAmountIsRejectedUnlessTheProfileKnowsBetter() {
        byte[] document = Till.sale(Till.item("<Sale>", "-5.00", "1", "</Sale>"));

        assertThat(Read.rejected(GENERIC, document).faults())
                .extracting(Fault::code)
                .containsExactly("amount-negative");
        assertThat(Read.receipt(Read.profile("extends: generic-6\nlines: {negativeAmount: return}"), document)
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.type()).isEqualTo(LineType.RETURN);
                    assertThat(line.gross()).isEqualTo("5.00");
                });
    }

    @Test
    void returnByAnExtensionValue() {
        PosLogProfile profile = Read.profile("extends: generic-6\nlines: {returnWhen: {path: SalesMode, is: RETOUR}}");
        String returned = Till.item("<Sale><x:SalesMode>RETOUR</x:SalesMode>", "5.00", "1", "</Sale>");

        assertThat(Read.receipt(profile, Till.sale(Till.LINE, returned)).lines())
                .extracting(Line::type)
                .containsExactly(LineType.SALE, LineType.RETURN);
    }

    @Test
    void voidedLinesAreIgnoredWhereTheyStayWithTheirPositiveAmount() {
        String voided =
                Till.lineItem("VoidFlag='true'", "<Sale><ItemID>B</ItemID><ExtendedAmount>99</ExtendedAmount></Sale>");
        String cancelled = voided.replace("VoidFlag", "CancelFlag");

        for (String profile : new String[] {"generic-6", "wincor", "extenda"}) {
            assertThat(Read.receipt(
                                    Read.shipped(profile),
                                    Till.withTotal("10.00", Till.LINE, voided, cancelled, Till.PAID))
                            .lines())
                    .as(profile)
                    .extracting(Line::sku)
                    .containsExactly("A");
        }
    }

    @Test
    void voidedTenderIsIgnoredToo() {
        String voided = Till.lineItem("CancelFlag='true'", "<Tender TenderType='Card'><Amount>10</Amount></Tender>");

        assertThat(Read.receipt(GENERIC, Till.sale(Till.LINE, voided, Till.PAID))
                        .tenders())
                .hasSize(1);
    }

    @Test
    void receiptWithNothingButVoidedLinesSoldNothing() {
        String voided =
                Till.lineItem("CancelFlag='true'", "<Sale><ItemID>B</ItemID><ExtendedAmount>9</ExtendedAmount></Sale>");

        assertThat(Read.single(GENERIC, Till.withTotal("0.00", voided)))
                .isInstanceOfSatisfying(Transaction.NonSale.class, nothing -> assertThat(nothing.reason())
                        .isEqualTo("nothing-sold"));
    }

    @Test
    void receiptWithNothingButVoidedLinesAndATotalIsNotSwallowed() {
        String voided =
                Till.lineItem("CancelFlag='true'", "<Sale><ItemID>B</ItemID><ExtendedAmount>9</ExtendedAmount></Sale>");

        assertThat(Read.receipt(GENERIC, Till.withTotal("9.00", voided)).lines())
                .isEmpty();
    }

    @Test
    void taxRowsAreIgnoredAndSoAreEmptyLineItems() {
        Receipt receipt = Read.receipt(
                GENERIC,
                Till.sale(
                        Till.LINE,
                        Till.lineItem("", "<SequenceNumber>2</SequenceNumber><Tax><Amount>2.00</Amount></Tax>"),
                        Till.lineItem("", "<SequenceNumber>3</SequenceNumber>")));

        assertThat(receipt.lines()).hasSize(1);
        assertThat(receipt.tenders()).isEmpty();
    }

    @Test
    void itemTypeTellsTheKind() {
        Receipt receipt = Read.receipt(
                GENERIC,
                Till.sale(
                        Till.item("<Sale ItemType='Deposit'>", "1", "1", "</Sale>"),
                        Till.item("<Sale ItemType='GiftCertificate'>", "1", "1", "</Sale>"),
                        Till.item("<Sale ItemType='Freight'>", "1", "1", "</Sale>"),
                        Till.item("<Sale ItemType='Service'>", "1", "1", "</Sale>"),
                        Till.item("<Sale ItemType='Stock'>", "1", "1", "</Sale>"),
                        Till.item("<Sale>", "1", "1", "</Sale>")));

        assertThat(receipt.lines())
                .extracting(Line::kind)
                .containsExactly(
                        LineKind.DEPOSIT,
                        LineKind.GIFT_CARD,
                        LineKind.FREIGHT,
                        LineKind.SERVICE,
                        LineKind.GOODS,
                        LineKind.GOODS);
    }

    @Test
    void priceChangesAreInformativeDiscountsWhenTheyLowerThePrice() {
        String changes = "<RetailPriceModifier><Amount Action='Replace'>0.5</Amount><PreviousPrice>0.6</PreviousPrice>"
                + "<ReasonCode>Family</ReasonCode></RetailPriceModifier>"
                + "<RetailPriceModifier><Amount Action='Subtract'>0.25</Amount></RetailPriceModifier>"
                + "<RetailPriceModifier><PreviousPrice>10</PreviousPrice><Percent Action='Subtract'>10</Percent>"
                + "<NewPrice>9</NewPrice></RetailPriceModifier>"
                + "<RetailPriceModifier><Amount Action='Replace'>7</Amount><PreviousPrice>6</PreviousPrice>"
                + "</RetailPriceModifier>"
                + "<RetailPriceModifier><Percent Action='Subtract'>10</Percent></RetailPriceModifier>";
        Receipt receipt = Read.receipt(GENERIC, Till.sale(Till.item("<Sale>" + changes, "5", "3", "</Sale>")));

        assertThat(receipt.lines().get(0).discounts())
                .containsExactly(
                        new LineDiscount("Family", null, new BigDecimal("0.3")),
                        new LineDiscount("RetailPriceModifier", null, new BigDecimal("0.75")),
                        new LineDiscount("RetailPriceModifier", null, new BigDecimal("3")));
    }

    @Test
    void priceChangesOfAReturnArePositiveToo() {
        String change = "<RetailPriceModifier><Amount Action='Subtract'>0.25</Amount></RetailPriceModifier>";
        Receipt receipt = Read.receipt(GENERIC, Till.sale(Till.item("<Sale>" + change, "5", "-2", "</Sale>")));

        assertThat(receipt.lines().get(0).discounts())
                .extracting(LineDiscount::amount)
                .containsExactly(new BigDecimal("0.50"));
    }

    @Test
    void unitsCountWhereQuantityIsEmpty() {
        String line = Till.lineItem(
                "", "<Sale><ItemID>A</ItemID><ExtendedAmount>5</ExtendedAmount><Quantity Units='0.42'/></Sale>");

        assertThat(Read.receipt(GENERIC, Till.sale(line)).lines())
                .extracting(Line::quantity)
                .containsExactly(new BigDecimal("0.42"));
    }

    @Test
    void whatIsMissingStaysMissing() {
        Receipt receipt = Read.receipt(GENERIC, Till.sale(Till.lineItem("", "<Sale/>")));

        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isNull();
            assertThat(line.quantity()).isNull();
            assertThat(line.gross()).isNull();
        });
    }

    @Test
    void wrongNumbersAreAllSaidWithPlaceAndValue() {
        String line = "<Sale><ItemID>A</ItemID><ExtendedAmount>1 234,50</ExtendedAmount><Quantity>NaN</Quantity>"
                + "<RegularSalesUnitPrice>1e5</RegularSalesUnitPrice><Tax><Amount>--1</Amount><Percent>25%</Percent></Tax>"
                + "</Sale><SequenceNumber>one</SequenceNumber>";
        Transaction.Rejected rejected = Read.rejected(
                GENERIC, Till.withTotal("10,00", Till.LINE, Till.lineItem("", line), Till.tender("", "0x10")));

        assertThat(rejected.faults())
                .extracting(Fault::code, fault -> fault.place().replace(rejected.place() + ", ", ""), Fault::value)
                .containsExactlyInAnyOrder(
                        tuple("not-a-number", "LineItem 2/Sale/SequenceNumber", "one"),
                        tuple("not-a-decimal", "LineItem 2/Sale/Quantity or Quantity/@Units", "NaN"),
                        tuple("not-a-decimal", "LineItem 2/Sale/ExtendedAmount", "1 234,50"),
                        tuple("not-a-decimal", "LineItem 2/Sale/RegularSalesUnitPrice or ActualSalesUnitPrice", "1e5"),
                        tuple("not-a-decimal", "LineItem 2/Sale/Tax/Amount", "--1"),
                        tuple("not-a-decimal", "LineItem 2/Sale/Tax/Percent", "25%"),
                        tuple("not-a-decimal", "LineItem 3/Tender/Amount", "0x10"),
                        tuple(
                                "not-a-decimal",
                                "RetailTransaction/Total[@TotalType='TransactionGrandAmount']",
                                "10,00"));
    }

    @Test
    void badTransactionDoesNotHideTheNextOne() {
        String bad = new String(Till.sale(Till.item("<Sale>", "x", "1", "</Sale>"))).replaceAll("</?POSLog[^>]*>", "");
        String good = new String(Till.sale(Till.LINE)).replaceAll("</?POSLog[^>]*>", "");

        assertThat(Read.all(GENERIC, Till.document(bad + good)))
                .extracting(Object::getClass)
                .containsExactly(Transaction.Rejected.class, Transaction.Sold.class);
    }
}
