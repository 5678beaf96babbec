package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sitoo orders of every kind that its field descriptions allow. */
class SitooTest {

    private static final MappedJsonFormat SITOO = Mapped.json(Mapped.layout("sitoo.jslt"));

    private static String order(String total, String items, String payments, String more) {
        return """
                {"orderid": 77, "orderdate": 1772371325, "registerid": "3", "warehouseid": "014", "currencycode": "SEK",
                 "moneytotal_gross_all": %s, "orderitems": [%s], "payments": %s %s}
                """.formatted(total, items, payments, more);
    }

    private static String item(int quantity, String net, String vat, String more) {
        return """
                {"productname": "Shirt", "sku": "A-1", "quantity": %d, "vatvalue": 25,
                 "moneyitemtotal_net": "%s", "moneyitemtotal_vat": "%s" %s}""".formatted(quantity, net, vat, more);
    }

    private static String paid(String amount) {
        return "[{\"name\": \"Card\", \"moneyamount\": \"" + amount + "\"}]";
    }

    private static Receipt receipt(String total, String items, String payments, String more) {
        Receipt receipt =
                Mapped.read(SITOO, order(total, items, payments, more)).only();
        assertThat(Mapped.priced(receipt).payments())
                .as("priced without faults")
                .hasSameSizeAs(receipt.tenders());
        return receipt;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"zreportid\": 4, \"registerid\": \"3\", \"store_id\": \"014\"}|not-an-order zreportid",
                "{\"errorcode\": 1}|not-an-order orderid"
            })
    void whatIsNoOrderIsRefused(String json, String fault) {
        assertThat(Mapped.read(SITOO, json).faultsInShort()).containsExactly(fault);
    }

    @Test
    void anOrderWithoutItsPaymentsIsNotTakenForAnUnpaidOne() {
        String order = order("\"100.00\"", item(1, "80.00", "20.00", ""), "null", "");
        assertThat(Mapped.read(SITOO, order).faultsInShort()).containsExactly("payments-missing payments");
    }

    @Test
    void aCreditOrderMayHaveItsMinusInTheAmountsOnly() {
        Receipt receipt = receipt(
                "\"-200.00\"",
                item(1, "-80.00", "-20.00", "") + "," + item(1, "-80.00", "-20.00", ""),
                paid("-200.00"),
                ", \"creditorderid\": 76");
        assertThat(receipt.lines()).extracting(Line::type).containsExactly(LineType.RETURN, LineType.RETURN);
        assertThat(receipt.total()).isEqualByComparingTo("-200");
    }

    @Test
    void aCreditOrderWithoutAnyMinusIsAReturn() {
        Receipt receipt =
                receipt("\"100.00\"", item(1, "80.00", "20.00", ""), paid("100.00"), ", \"creditorderid\": 76");
        assertThat(receipt.total()).isEqualByComparingTo("-100");
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("-100");
    }

    @Test
    void aDiscountBeforeEveryProductIsOnTheWholeOrder() {
        Receipt receipt = receipt(
                "\"90.00\"", item(1, "-8.00", "-2.00", "") + "," + item(1, "80.00", "20.00", ""), paid("90.00"), "");
        assertThat(receipt.lines()).singleElement().satisfies(line -> assertThat(line.gross())
                .isEqualByComparingTo("100"));
        assertThat(receipt.basketDiscounts()).singleElement().satisfies(discount -> assertThat(discount.amount())
                .isEqualByComparingTo("10"));
    }

    @ParameterizedTest
    @CsvSource({"100.00,100.00,-0.40,100.40", "100.40,100.00,-0.40,100.40", "100.75,101.00,0.25,100.75"})
    void roundingToCoinsIsNeverInTheTotal(String toPay, String paid, String rounding, String total) {
        String net = total.equals("100.40") ? "80.32" : "80.60";
        String vat = total.equals("100.40") ? "20.08" : "20.15";
        Receipt receipt = receipt(
                "\"" + toPay + "\"",
                item(1, net, vat, ""),
                paid(paid),
                ", \"moneytotal_gross_roundoff\": \"" + rounding + "\"");
        assertThat(receipt.total()).isEqualByComparingTo(total);
        assertThat(receipt.cashRounding()).isEqualByComparingTo(rounding);
    }

    @Test
    void weightsAreTheQuantityAndWhatTheUnitDiscountIsOn() {
        Receipt receipt = receipt(
                "\"18.75\"",
                item(2, "15.00", "3.75", ", \"decimalunitquantity\": \"0.250\", \"moneydiscount\": \"4.00\""),
                paid("18.75"),
                "");
        assertThat(receipt.lines().get(0).quantity()).isEqualByComparingTo("0.5");
        assertThat(receipt.lines().get(0).discounts().get(0).amount()).isEqualByComparingTo("2.50");
    }

    /** Whatever the rows, their discounts, the delivery and the coins are; sold and credited. */
    @Property(tries = 200)
    void totalsAreSitoosOwn(
            @ForAll boolean credit,
            @ForAll @IntRange(min = 1, max = 99) int pieces,
            @ForAll @IntRange(min = 2, max = 999_999) int net,
            @ForAll @IntRange(min = 0, max = 99_999) int vat,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @IntRange(min = -49, max = 50) int rounding) {
        int sign = credit ? -1 : 1;
        int offNet = net * percent / 100;
        int offVat = vat * percent / 100;
        int total = sign * (net + vat - offNet - offVat + 5000);
        String more =
                ", \"moneydelivery_net\": \"%s\", \"moneydelivery_vat\": \"%s\", \"moneytotal_gross_roundoff\": \"%s\""
                        .formatted(money(sign * 4000), money(sign * 1000), money(rounding));
        String json = order(
                "\"" + money(total + rounding) + "\"",
                item(sign * pieces, money(sign * net), money(sign * vat), "") + ","
                        + item(sign, money(-sign * offNet), money(-sign * offVat), ""),
                paid(money(total + rounding)),
                more + (credit ? ", \"creditorderid\": 76" : ""));
        Receipt receipt = Mapped.read(SITOO, json).only();
        assertThat(receipt.total()).isEqualByComparingTo(money(total));
        BigDecimal lines = receipt.lines().stream()
                .map(line -> line.type() == LineType.RETURN ? line.gross().negate() : line.gross())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo(receipt.total());
        BigDecimal paid = receipt.tenders().get(0).amount();
        BigDecimal coins = receipt.cashRounding() == null ? BigDecimal.ZERO : receipt.cashRounding();
        assertThat(paid.subtract(coins)).isEqualByComparingTo(receipt.total());
    }

    private static String money(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Test
    void withoutATotalTheLinesTellIt() {
        Receipt receipt = receipt("null", item(1, "80.00", "20.00", ""), paid("100.00"), "");
        assertThat(receipt.total()).isNull();
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo("100");
    }

    @Test
    void anIdWithoutWhatTellsReceiptsApartIsAFault(@TempDir Path folder) {
        String mapping = """
                {"uniqueId": $source + "-" + .no, "receiptNumber": "1", "storeId": "014", "currency": "SEK",
                 "occurredAt": "2026-03-01T14:22:05+01:00",
                 "lines": [{"sku": "A", "articleName": "a", "quantity": "1", "gross": "1", "taxPercent": "25"}]}""";
        Mapped read = Mapped.read(Mapped.json(folder, mapping, null), "{\"number\": 7}");
        assertThat(read.faultsInShort()).containsExactly("unique-id-incomplete uniqueId");
    }
}
