package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real tills' files give what the README beside them says; they are read where they lie. */
class RealSamplesIT {

    private static final Path SAMPLES = Path.of("../shared/samples");
    private static final Path VISMA = SAMPLES.resolve("poslog-v6-visma-se");
    private static final Path WINCOR = SAMPLES.resolve("poslog-v2-ikea-wincor/poslog_PT_367_20150613_1.xml");

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(SAMPLES).as("the real files are not here").isDirectory();
        // Wincor's receipt of 2015 is in EUR, and nobody has rates of that day
        application = RunningApplication.start(
                folder, RealSamplesIT.class, "engage.group-currency=EUR", "sftp.complete=none", "sftp.every=200");
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    private static Map<String, Object> taken(String source, Path file) throws IOException {
        String name = file.getFileName().toString();
        application.drop(source, name, Files.readAllBytes(file));
        eventually()
                .until(() ->
                        Files.exists(application.sftp(source).resolve("done").resolve(name)));
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        return application
                .rows("select * from document where source = ? and name = ?", source, name)
                .get(0);
    }

    @Test
    void anExtendaReceiptOfNobodyIsSkipped() throws IOException {
        Map<String, Object> document = taken("till-extenda", VISMA.resolve("arts1.xml"));
        assertThat(document.get("seen")).isEqualTo(1L);
        assertThat(document.get("receipts")).isEqualTo(1L);
        Map<String, Object> end = application
                .rows("select * from message_ledger where document_id = ?", document.get("id"))
                .get(0);
        assertThat(end.get("business_key")).isEqualTo("till-extenda-3004-1-20190722-3619");
        assertThat(end.get("receipt_number")).isEqualTo("3619");
        assertThat(end.get("ended")).isEqualTo("skipped");
        assertThat(end.get("reason")).isEqualTo("no-contact");
        assertThat(application.simulator().has("till-extenda-3004-1-20190722-3619"))
                .isFalse();
    }

    @Test
    void aCancelledExtendaReceiptIsNoSale() throws IOException {
        Map<String, Object> document = taken("till-extenda", VISMA.resolve("arts4.xml"));
        assertThat(document.get("seen")).isEqualTo(1L);
        assertThat(document.get("non_sales")).isEqualTo(1L);
        assertThat(document.get("reasons")).isEqualTo("cancelled=1");
    }

    @Test
    void aWincorReceiptIsDeliveredToTheCent() throws IOException {
        Map<String, Object> document = taken("till-wincor", WINCOR);
        assertThat(document.get("seen")).isEqualTo(2L);
        assertThat(document.get("reasons")).isEqualTo("empty=1");
        String key = "till-wincor-367-10-20150613-26";
        eventually().until(() -> application.simulator().has(key));
        JsonNode receipt = application.simulator().receipts().get(key);
        assertThat(receipt.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("34.99");
        assertThat(receipt.get("createdDate").asText()).isEqualTo("2015-06-13T12:34:41+01:00");
        assertThat(receipt.get("currency").asText()).isEqualTo("EUR");
        assertThat(receipt.get("exchangeRateToGroupCurrency").decimalValue()).isEqualByComparingTo("1");
        assertThat(receipt.get("items")).hasSize(4);
        assertThat(sum(receipt, "grossPaidPrice")).isEqualByComparingTo("34.99");
        assertThat(sum(receipt, "taxAmount")).isEqualByComparingTo("6.54");
        assertThat(receipt.at("/items/2/discounts/0/value").decimalValue()).isEqualByComparingTo("-0.2");
        assertThat(receipt.at("/paymentMethods/0/value").decimalValue()).isEqualByComparingTo("34.99");
        assertThat(receipt.at("/contact/matchKeyType").asText()).isEqualTo("memberNumber");
    }

    private static BigDecimal sum(JsonNode receipt, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : receipt.get("items")) {
            sum = sum.add(item.get(field).decimalValue());
        }
        return sum;
    }
}
