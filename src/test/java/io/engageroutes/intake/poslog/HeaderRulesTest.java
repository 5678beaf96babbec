package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderRulesTest {

    private static final PosLogProfile GENERIC = Read.shipped("generic-6");

    private static byte[] with(String header, String insideRetail) {
        return Till.document("<Transaction>" + header + "<RetailTransaction>" + Till.LINE + insideRetail
                + "</RetailTransaction></Transaction>");
    }

    private static byte[] at(String store, String time) {
        return with(
                Till.HEADER
                        .replace("<UnitID>1<", "<UnitID>" + store + "<")
                        .replaceAll("<ReceiptDateTime>[^<]*", "<ReceiptDateTime>" + time),
                "");
    }

    @ParameterizedTest
    @CsvSource({
        // no offset: the store's zone
        "3004, 2026-03-01T12:00:00, 2026-03-01T12:00+01:00",
        "3004, 2026-07-01T12:00:00.999, 2026-07-01T12:00+02:00",
        "367, 2026-07-01T12:00, 2026-07-01T12:00+01:00",
        // a store that the register does not know: the source's zone, Berlin
        "9, 2026-07-01T12:00:00, 2026-07-01T12:00+02:00",
        // the hour that comes twice is taken as its first one, the one that never was is moved on
        "3004, 2026-10-25T02:30:00, 2026-10-25T02:30+02:00",
        "3004, 2026-03-29T02:30:00, 2026-03-29T03:30+02:00",
        // a till's own offset stays, also a wrong one; UTC becomes the store's time
        "3004, 2026-07-01T12:00:00+01:00, 2026-07-01T12:00+01:00",
        "3004, 2026-10-25T02:30:00+01:00, 2026-10-25T02:30+01:00",
        "3004, 2026-07-01T12:00:00.5+0100, 2026-07-01T12:00+01:00",
        "3004, 2026-07-01T22:30:00Z, 2026-07-02T00:30+02:00",
    })
    void timeGetsTheOffsetOfItsStore(String store, String written, String expected) {
        assertThat(Read.receipt(GENERIC, at(store, written)).occurredAt()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30T12:00:00",
        "2026-03-01",
        "2026-03-01 12:00:00",
        "01.03.2026T12:00:00",
        "2026-03-01T25:00:00",
        "2026-03-01T12:0a:00",
        "2026-03-01T12:00:00.",
        "2026-03-01T12:00:00 +01:00",
        "2026-03-01T12:00:00+25:00",
        "20260301T120000",
        "now"
    })
    void whatIsNoTimeIsRejected(String written) {
        assertThat(Read.rejected(GENERIC, at("1", written)).faults())
                .extracting(Fault::code, Fault::value)
                .contains(tuple("not-a-time", written));
    }

    @Test
    void withoutAnyZoneTheReceiptIsRejected() {
        Source nowhere = new Source("till", new StoreRegister(List.of()), null);
        byte[] local = at("77", "2026-03-01T12:00:00");

        assertThat(Read.all(GENERIC, nowhere, local))
                .singleElement()
                .isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(rejected.faults())
                        .anySatisfy(fault -> {
                            assertThat(fault.code()).isEqualTo("store-zone-unknown");
                            assertThat(fault.value()).isEqualTo("77");
                        }));
        assertThat(Read.sold(Read.all(GENERIC, nowhere, at("77", "2026-03-01T12:00:00Z"))
                                .get(0))
                        .occurredAt())
                .hasToString("2026-03-01T12:00Z");
    }

    @Test
    void receiptTimeComesBeforeEndBeforeBegin() {
        String begin = "<BeginDateTime>2026-03-01T11:00:00</BeginDateTime>";
        String end = "<EndDateTime>2026-03-01T11:05:00</EndDateTime>";
        String header = Till.HEADER.replaceAll("<ReceiptDateTime>.*</ReceiptDateTime>", "");

        assertThat(Read.receipt(GENERIC, with(begin + end + Till.HEADER, ""))
                        .occurredAt()
                        .getHour())
                .isEqualTo(12);
        assertThat(Read.receipt(GENERIC, with(begin + end + header, ""))
                        .occurredAt()
                        .getMinute())
                .isEqualTo(5);
        assertThat(Read.receipt(GENERIC, with(begin + "<EndDateTime/>" + header, ""))
                        .occurredAt()
                        .getMinute())
                .isEqualTo(0);
    }

    @Test
    void idsAreStringsWithTheirZeros() {
        String header = Till.HEADER
                .replace("<UnitID>1<", "<UnitID>001<")
                .replace(">2</Work", ">02</Work")
                .replace(">3</Seq", "> 0003\n</Seq");
        Receipt receipt = Read.receipt(GENERIC, with(header, ""));

        assertThat(receipt.uniqueId()).isEqualTo("till-001-02-20260301-0003");
        assertThat(receipt.sequence()).isEqualTo("0003");
    }

    @Test
    void missingPartsOfTheUniqueIdAreAllNamed() {
        Transaction.Rejected rejected =
                Read.rejected(GENERIC, with("<ReceiptDateTime>2026-03-01T12:00:00</ReceiptDateTime>", ""));

        assertThat(rejected.faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder("unique-id-incomplete", "currency-missing");
        assertThat(rejected.faults())
                .filteredOn(fault -> fault.code().equals("unique-id-incomplete"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).contains("[store, register, sequence]"));
    }

    @Test
    void businessDateMayDifferFromTheDayOfTheTime() {
        Receipt receipt =
                Read.receipt(GENERIC, with(Till.HEADER + "<BusinessDayDate>2026-02-28+01:00</BusinessDayDate>", ""));

        assertThat(receipt.businessDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(receipt.uniqueId()).isEqualTo("till-1-2-20260228-3");
        assertThat(Read.rejected(GENERIC, with(Till.HEADER + "<BusinessDayDate>28.02.2026</BusinessDayDate>", ""))
                        .faults())
                .extracting(Fault::code)
                .contains("not-a-date");
    }

    @Test
    void currencyComesFromTheFirstAmountThatHasOne() {
        String header = Till.HEADER.replace("<CurrencyCode>SEK</CurrencyCode>", "");
        String totals = "<Total TotalType='TransactionTaxAmount' CurrencyCode='XXX'>0</Total>"
                + "<Total TotalType='TransactionGrandAmount' CurrencyCode='NOK'>10</Total>";

        assertThat(Read.receipt(GENERIC, with(header, totals)).currency()).isEqualTo("NOK");
        assertThat(Read.receipt(Read.profile("extends: generic-6\ndefaultCurrency: DKK"), with(header, ""))
                        .currency())
                .isEqualTo("DKK");
    }

    @ParameterizedTest
    @CsvSource({
        "TrainingModeFlag='true', '', training",
        "TrainingModeFlag='1', '', training",
        "TrainingModeFlag='TRUE', '', training",
        "'', TrainingModeFlag='true', training",
        "TrainingModeFlag='false', TrainingModeFlag='true', training",
        "CancelFlag='true', '', cancelled",
        "CancelFlag='false', CancelFlag='true', cancelled",
        "SuspendFlag='true', '', suspended",
        "'', TransactionStatus='Canceled', cancelled",
        "'', TransactionStatus='Cancelled', cancelled",
        "'', TransactionStatus='Suspended', suspended",
        "'', TransactionStatus='InProcess', not-finished",
    })
    void whatIsNoSaleIsNeverOne(String onTransaction, String onRetail, String reason) {
        for (String profile : new String[] {"generic-6", "generic-2", "extenda", "wincor"}) {
            byte[] document = Till.document("<Transaction " + onTransaction + ">" + Till.HEADER + "<RetailTransaction "
                    + onRetail + ">" + Till.LINE + Till.PAID + "</RetailTransaction></Transaction>");
            assertThat(Read.single(Read.shipped(profile), document))
                    .as(profile)
                    .isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                            .isEqualTo(reason));
        }
    }

    @ParameterizedTest
    @CsvSource({"Finished", "Delivered", "Completed", "finished", "''"})
    void finishedIsASale(String status) {
        byte[] document = Till.document("<Transaction TrainingModeFlag='false' CancelFlag='0'>" + Till.HEADER
                + "<RetailTransaction TransactionStatus='" + status + "'>" + Till.LINE
                + "</RetailTransaction></Transaction>");

        assertThat(Read.receipt(GENERIC, document).lines()).hasSize(1);
    }

    @Test
    void transactionWithoutRetailTransactionIsAControlTransaction() {
        assertThat(Read.single(
                        GENERIC,
                        Till.document("<Transaction>" + Till.HEADER + "<TenderControlTransaction/></Transaction>")))
                .isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                        .isEqualTo("control-transaction"));
    }

    @Test
    void transactionWithLinesButNoTotalsIsNotEmpty() {
        assertThat(Read.receipt(GENERIC, Till.sale(Till.LINE)).lines()).hasSize(1);
    }

    @Test
    void emptyElementsAreNoContact() {
        assertThat(Read.receipt(
                                GENERIC,
                                with(
                                        Till.HEADER,
                                        "<LoyaltyAccount><LoyaltyProgram><LoyaltyAccountID> </LoyaltyAccountID></LoyaltyProgram>"
                                                + "</LoyaltyAccount><Customer><eMail/><CustomerID></CustomerID></Customer>"))
                        .contactKeys())
                .isEmpty();
    }

    @Test
    void maskedCardNumberIsNobody() {
        assertThat(Read.receipt(
                                GENERIC,
                                with(
                                        Till.HEADER,
                                        "<LoyaltyAccount><LoyaltyCard><PrimaryAccountNumber>******1234</PrimaryAccountNumber>"
                                                + "</LoyaltyCard></LoyaltyAccount>"))
                        .contactKeys())
                .isEmpty();
    }

    @Test
    void contactKeysAreTakenByPatternInTheOrderOfTheProfileEachOnce() {
        PosLogProfile profile = Read.profile("""
                extends: generic-6
                contacts:
                  - {path: RetailTransaction/Customer/CustomerID, type: email, pattern: ".+@.+"}
                  - {path: RetailTransaction/Customer/CustomerID, type: memberNumber, pattern: "[0-9]+"}
                  - {path: RetailTransaction/Customer/CustomerID, type: memberNumber, pattern: "[0-9]+"}
                """);

        assertThat(Read.receipt(
                                profile,
                                with(
                                        Till.HEADER,
                                        "<Customer><CustomerID>0042</CustomerID><CustomerID>a@b.example</CustomerID></Customer>"))
                        .contactKeys())
                .containsExactly(
                        new ContactKey(ContactKeyType.email, "a@b.example"),
                        new ContactKey(ContactKeyType.memberNumber, "0042"));
    }

    @Test
    void whatIsDroppedIsNeitherInTheOriginalNorInAFault() {
        String secrets =
                "<OperatorID OperatorName='Eva'>17</OperatorID><ReceiptImage><ReceiptLine>Eva<b>x</b></ReceiptLine>"
                        + "</ReceiptImage><x:Seen OperatorName='Eva'/>";
        byte[] document = with(
                secrets + Till.HEADER,
                Till.item("<Sale>", "x", "1", "</Sale>")
                        + "<LineItem><Tender><Amount>1</Amount><CreditDebit><PrimaryAccountNumber>4111111111111111"
                        + "</PrimaryAccountNumber></CreditDebit></Tender></LineItem>"
                        + "<Customer><Name>Eva</Name><Address><City>Eva</City></Address></Customer>");
        Transaction.Rejected rejected = Read.rejected(GENERIC, document);

        assertThat(rejected.toString()).doesNotContain("Eva", "4111", "17<").contains("<Seen/>");
    }
}
