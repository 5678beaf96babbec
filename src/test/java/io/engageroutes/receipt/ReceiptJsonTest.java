package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReceiptJsonTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadBackEqual(@ForAll("receipts") Receipt receipt) throws IOException {
        byte[] bytes = ReceiptJson.bytes(receipt);
        assertThat(ReceiptJson.read(bytes)).isEqualTo(receipt);
        assertThat(ReceiptJson.bytes(ReceiptJson.read(bytes))).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<Receipt> receipts() {
        return ReceiptArbitraries.receipts();
    }

    @Test
    void theFormIsThis() {
        Receipt receipt = Sample.receipt()
                .contact(ContactKeyType.memberNumber, "007")
                .line(Sample.line(1).gross("400.00").taxPercent("25").discount("MEMBER", "100"))
                .basketDiscount("COUPON", "50.0", 1)
                .tender("card", "350")
                .total("350.00")
                .build();
        assertThat(new String(ReceiptJson.bytes(receipt), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"uniqueId\":\"SE-3004-1-20260301-000871\",\"receiptNumber\":\"000871\",\"storeId\":\"3004\","
                                + "\"occurredAt\":\"2026-03-01T14:22:00+01:00\",\"currency\":\"SEK\","
                                + "\"contactKeys\":[{\"type\":\"memberNumber\",\"value\":\"007\"}],"
                                + "\"lines\":[{\"number\":1,\"type\":\"SALE\",\"kind\":\"GOODS\",\"sku\":\"A-1-M\",\"articleNumber\":\"A-1\","
                                + "\"articleName\":\"Tröja\",\"quantity\":\"1\",\"gross\":\"400.00\",\"taxPercent\":\"25\","
                                + "\"discounts\":[{\"type\":\"MEMBER\",\"amount\":\"100\"}]}],"
                                + "\"basketDiscounts\":[{\"type\":\"COUPON\",\"amount\":\"50.0\",\"lines\":[1]}],"
                                + "\"tenders\":[{\"type\":\"card\",\"amount\":\"350\",\"voucher\":false}],\"total\":\"350.00\"}");
    }

    @Test
    void amountsAreReadFromNumbersWithoutLosingDigits() throws IOException {
        Receipt receipt = read(
                "{\"total\":12345678901234567.10,\"taxTotal\":0.1,\"cashRounding\":\"-0.30\",\"exchangeRate\":1E-3}");
        assertThat(receipt.total()).isEqualTo(new BigDecimal("12345678901234567.10"));
        assertThat(receipt.taxTotal()).isEqualTo(new BigDecimal("0.1"));
        assertThat(receipt.cashRounding()).isEqualTo(new BigDecimal("-0.30"));
        assertThat(new String(ReceiptJson.bytes(receipt), StandardCharsets.UTF_8))
                .contains("\"exchangeRate\":\"0.001\"");
    }

    @Test
    void theParserIsLeftOnTheEndOfTheReceipt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartArray();
            ReceiptJson.write(Sample.receipt().build(), json);
            ReceiptJson.write(Sample.receipt().total("5").build(), json);
            json.writeEndArray();
        }
        try (JsonParser json = new JsonFactory().createParser(bytes.toByteArray())) {
            json.nextToken();
            json.nextToken();
            assertThat(ReceiptJson.read(json)).isEqualTo(Sample.receipt().build());
            assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            json.nextToken();
            assertThat(ReceiptJson.read(json))
                    .isEqualTo(Sample.receipt().total("5").build());
            assertThat(json.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }

    @Test
    void aWrongFieldIsNamedByItsPath() {
        assertWrong("{\"lines\":[{\"number\":1},{\"number\":2,\"quantity\":\"two\"}]}", "lines[1].quantity");
        assertWrong("{\"lines\":[{\"number\":1.5}]}", "lines[0].number");
        assertWrong("{\"lines\":[{\"sku\":\"A\"}]}", "lines[0]");
        assertWrong("{\"lines\":[null]}", "lines[0]");
        assertWrong("{\"vouchersUsed\":[null]}", "vouchersUsed[0]");
        assertWrong("{\"tenders\":[{\"voucher\":\"yes\"}]}", "tenders[0].voucher");
        assertWrong("{\"occurredAt\":\"2026-03-01T14:22:05\"}", "occurredAt");
        assertWrong("{\"businessDate\":\"1/3\"}", "businessDate");
        assertWrong("{\"storeId\":14}", "storeId");
        assertWrong("{\"storeID\":\"14\"}", "storeID");
        assertWrong("{\"total\":true}", "total");
        assertWrong("{\"total\":\"1E+999999999\"}", "total");
        assertWrong("{\"lines\":{}}", "lines");
        assertWrong("[]", "receipt");
        assertWrong("", "receipt");
        assertWrong("{} {}", "receipt");
    }

    @Test
    void aTruncatedReceiptIsNotAReceipt() {
        byte[] whole = ReceiptJson.bytes(
                Sample.receipt().line(Sample.line(1)).total("100").build());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ReceiptJson.read(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aContactKeyIsNeverInTheMessage() {
        assertThatThrownBy(() -> read("{\"contactKeys\":[{\"type\":\"mail\",\"value\":\"anna@example.org\"}]}"))
                .hasMessageContaining("contactKeys[0].type")
                .hasMessageContaining("email")
                .hasMessageNotContaining("anna");
        assertThatThrownBy(() -> read("{\"contactKeys\":[{\"value\":197001011234}]}"))
                .hasMessageContaining("contactKeys[0].value")
                .hasMessageNotContaining("1970");
    }

    @Test
    void halfASurrogatePairDoesNotKeepAReceiptFromBeingWritten() throws IOException {
        Receipt receipt = read("{\"receiptNumber\":\"a\\ud83dz\",\"storeId\":\"\\ud83d\\ude00\"}");
        assertThat(ReceiptJson.read(ReceiptJson.bytes(receipt)).receiptNumber()).isEqualTo("a\uFFFDz");
        assertThat(ReceiptJson.read(ReceiptJson.bytes(receipt)).storeId()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void anAmountOfAMillionZerosIsNotSpeltOut() {
        Receipt receipt = Sample.receipt().total("1E+1000000").build();
        assertThatThrownBy(() -> ReceiptJson.bytes(receipt))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("total");
    }

    private static void assertWrong(String json, String path) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class).hasMessageStartingWith(path + ": ");
    }

    private static Receipt read(String json) throws IOException {
        return ReceiptJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
