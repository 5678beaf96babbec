package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real exports of another continent: dollars, months first, zones by name, tax on top. */
class SquareSampleTest {

    private static final Path ITEMS = Path.of("../shared/samples/square/items.csv");
    private static final Path TRANSACTIONS = Path.of("../shared/samples/square/transactions.csv");

    private static final String ITEM_COLUMNS =
            "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross"
                    + " Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining"
                    + " Option,Customer ID,Customer Name,Customer Reference ID\n";

    @Test
    void realItemsGiveAReceiptWithComputedTotal() throws IOException {
        assumeTrue(Files.exists(ITEMS), "the sample files are not here");

        Receipt receipt = Reading.of(Reading.shipped("square-items.yaml"), Files.readAllBytes(ITEMS))
                .only();

        assertThat(receipt.lines())
                .extracting(Line::gross)
                .map(Object::toString)
                .containsExactly("1.08", "1.08");
        assertThat(receipt.lines()).extracting(Line::taxPercent).allMatch(new BigDecimal("8")::equals);
        assertThat(receipt.lines()).extracting(Line::articleName).containsExactly("Item 1", "Item 2");
        assertThat(receipt.total()).isEqualTo("2.16");
        assertThat(receipt.tenders()).containsExactly(new Tender("square", null, new BigDecimal("2.16"), false, null));
        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2017-11-15T21:18:15-08:00"));
        assertThat(receipt.currency()).isEqualTo("USD");
        assertThat(receipt.contactKeys()).hasSize(1).allMatch(key -> key.type() == ContactKeyType.externalId);
    }

    @Test
    void realTransactionsGiveReceiptsWithTendersAndOneLine() throws IOException {
        assumeTrue(Files.exists(TRANSACTIONS), "the sample files are not here");

        Reading read = Reading.of(Reading.shipped("square-transactions.yaml"), Files.readAllBytes(TRANSACTIONS));

        assertThat(read.broken()).isNull();
        assertThat(read.rejected()).isEmpty();
        List<Receipt> receipts = read.receipts();
        assertThat(receipts).hasSize(2);
        assertThat(receipts)
                .allMatch(receipt -> receipt.lines().size() == 1
                        && receipt.lines().get(0).gross().toString().equals("2.16")
                        && receipt.total().toString().equals("2.16"));
        assertThat(receipts.get(0).tenders()).extracting(Tender::type).containsExactly("cash");
        assertThat(receipts.get(1).tenders()).extracting(Tender::type).containsExactly("card", "cash");
        assertThat(receipts.get(1).tenders().get(0).description()).isEqualTo("Visa, Visa");
        assertThat(receipts.get(1).contactKeys()).isEmpty();
        assertThat(receipts.toString()).doesNotContain("7539").doesNotContain("Test Person");
    }

    @Test
    void refundIsAReceiptOfItsOwnBesideItsSale() {
        String sale =
                "11/15/2017,21:18:15,Eastern Time (US & Canada),Cat,Mug,2.0,Regular,7,\"\",$1;$2;$3;$4,T1,P1,Jo,\"\",x,%s,#1002,\"\",C1,N,\"\"\n";
        String document = ITEM_COLUMNS
                + sale.formatted("Payment").replace("$1;$2;$3;$4", "\"$1,240.00\",($40.00),\"$1,200.00\",$99.00")
                + sale.formatted("Refund")
                        .replace("2.0", "-1.0")
                        .replace("21:18", "22:18")
                        .replace("$1;$2;$3;$4", "($620.00),$20.00,-$600.00,($49.50)");

        List<Receipt> receipts = Reading.of(
                        Reading.shipped("square-items.yaml"), document.getBytes(StandardCharsets.UTF_8))
                .receipts();

        assertThat(receipts)
                .extracting(Receipt::uniqueId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(receipts.get(0).lines().get(0).gross()).isEqualTo("1299.00");
        assertThat(receipts.get(0).lines().get(0).taxPercent()).isEqualTo("8.25");
        assertThat(receipts.get(0).lines().get(0).discounts())
                .extracting("amount")
                .map(Object::toString)
                .containsExactly("40.00");
        assertThat(receipts.get(1).lines().get(0).type()).isEqualTo(LineType.RETURN);
        assertThat(receipts.get(1).lines().get(0).gross()).isEqualTo("649.50");
        assertThat(receipts.get(1).total()).isEqualTo("-649.50");
        assertThat(receipts.get(1).occurredAt()).isEqualTo(OffsetDateTime.parse("2017-11-15T22:18:15-05:00"));
    }

    @Test
    void zoneThatNobodyMappedIsAFault() {
        String document = ITEM_COLUMNS
                + "11/15/2017,21:18:15,Moon,Cat,Mug,1.0,R,7,,$1.00,$0.00,$1.00,$0.08,T1,P1,Jo,,x,Payment,#1002,,C1,N,\n";

        assertThat(Reading.of(Reading.shipped("square-items.yaml"), document.getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("unknown-value line 2, column \"Time Zone\"");
    }

    @Test
    void tipAndSoldGiftCardAreLinesOfTheirOwn() {
        String header =
                "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total"
                        + " Collected,Card,Cash,Square Gift Card,Other Tender,Other Tender Type,Transaction ID,Card Brand,Event"
                        + " Type,Location,Customer ID\n";
        String row =
                "11/16/2017,13:32:20,London,$10.00,$0.00,$10.00,$25.00,$0.80,$2.00,$0.00,$37.80,$30.00,$0.00,$0.00,$7.80,Check,T9,Visa,Payment,#1002,\n";

        Receipt receipt = Reading.of(
                        Reading.shipped("square-transactions.yaml"), (header + row).getBytes(StandardCharsets.UTF_8))
                .only();

        assertThat(receipt.lines()).extracting(Line::sku).containsExactly("SALE", "GIFT-CARD", "TIP");
        assertThat(receipt.lines())
                .extracting(Line::kind)
                .containsExactly(LineKind.GOODS, LineKind.GIFT_CARD, LineKind.OTHER);
        assertThat(receipt.lines().stream()
                        .map(Line::gross)
                        .reduce(BigDecimal::add)
                        .orElseThrow())
                .isEqualTo(receipt.total());
        assertThat(receipt.tenders()).extracting(Tender::type).containsExactly("card", "Check");
    }
}
