package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoReceiptsTest {

    private final List<Transaction> all = Read.all(Read.shipped("generic-6"), Read.resource("two-receipts.xml"));

    @Test
    void everyFieldOfAReceiptIsRead() {
        assertThat(Read.sold(all.get(0)))
                .isEqualTo(new Receipt(
                        "till-0014-02-20260301-0000123",
                        "0000123",
                        "0014",
                        "02",
                        "0000123",
                        LocalDate.of(2026, 3, 1),
                        OffsetDateTime.parse("2026-03-02T00:10:59+01:00"),
                        "SEK",
                        List.of(
                                new ContactKey(ContactKeyType.email, "a@example.org"),
                                new ContactKey(ContactKeyType.externalId, "C7")),
                        List.of(new Line(
                                1,
                                LineType.SALE,
                                LineKind.GOODS,
                                "7312345678901",
                                "00456",
                                "Åre <jacka> & mössa",
                                null,
                                new BigDecimal("2"),
                                new BigDecimal("100.00"),
                                new BigDecimal("190.00"),
                                new BigDecimal("25.00"),
                                new BigDecimal("38.00"),
                                List.of(new LineDiscount("ExtendedDiscountAmount", null, new BigDecimal("10.00"))),
                                null,
                                null)),
                        List.of(),
                        List.of(new Tender("CreditDebit", null, new BigDecimal("190.00"), false, null)),
                        new BigDecimal("190.00"),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void changeIsANegativeTenderAfterItsPayment() {
        assertThat(Read.sold(all.get(1)).tenders())
                .containsExactly(
                        new Tender("Cash", null, new BigDecimal("10.00"), false, null),
                        new Tender("Cash", null, new BigDecimal("-2.50"), false, null));
    }

    @Test
    void withoutBusinessDateTheDayOfTheTimeCounts() {
        assertThat(Read.sold(all.get(1)).businessDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(Read.sold(all.get(1)).uniqueId()).isEqualTo("till-0014-02-20260302-0000124");
    }

    @Test
    void linesWithoutANumberGetTheirPosition() {
        assertThat(Read.sold(all.get(1)).lines()).extracting(Line::number).containsExactly(1);
    }

    @Test
    void placeTellsLineColumnAndCount() {
        assertThat(all.get(1).place()).isEqualTo("line 34, column 5 (Transaction 2)");
    }

    @Test
    void originalIsXmlThatReadsAsTheSameReceipt() {
        for (Transaction transaction : all) {
            String original = ((Transaction.Sold) transaction).original().get();
            assertThat(Read.receipt(Read.shipped("generic-6"), Read.utf8("<POSLog>" + original + "</POSLog>")))
                    .isEqualTo(Read.sold(transaction));
        }
    }
}
