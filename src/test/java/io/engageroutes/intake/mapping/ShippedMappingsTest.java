package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedMappingsTest {

    @Test
    void sitooOrdersBecomeGrossToTheCent() {
        Mapped read = Mapped.read(Mapped.json(Mapped.layout("sitoo.jslt")), resource("sitoo.json"));

        assertThat(read.broken()).isNull();
        assertThat(read.transactions()).hasSize(3);
        Receipt sale = read.receipts().get(0);
        assertThat(sale.lines()).extracting(Line::gross).map(Object::toString).containsExactly("189.75", "25.00");
        assertThat(sale.lines().get(0).discounts().get(0).amount()).isEqualByComparingTo("9.25");
        assertThat(sale.total()).isEqualByComparingTo("214.75");
        assertThat(sale.cashRounding()).isEqualByComparingTo("0.25");
        assertThat(sale.occurredAt()).hasToString("2026-03-01T13:22:05Z");
        assertThat(Mapped.priced(sale).total()).isEqualByComparingTo("214.75");
        Receipt refund = read.receipts().get(1);
        assertThat(Mapped.priced(refund).total()).isEqualByComparingTo("-25.00");
        assertThat(read.transactions().get(2))
                .isEqualTo(new Transaction.NonSale(
                        "not-paid", read.transactions().get(2).place()));
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("Anna")
                .contains("anna@example.com");
    }

    @Test
    void sapPointsAreNoGoodsAndAReturnIsOne() {
        Mapped read = Mapped.read(Mapped.json(Mapped.layout("sap-pos-dm.jslt")), resource("sap-pos-dm.json"));

        assertThat(read.broken()).isNull();
        Receipt sale = read.receipts().get(0);
        assertThat(sale.uniqueId()).isEqualTo("till-014-2-20260301-871");
        assertThat(sale.lines()).hasSize(1);
        assertThat(sale.lines().get(0).gross()).isEqualByComparingTo("180");
        assertThat(sale.lines().get(0).discounts().get(0).amount()).isEqualByComparingTo("20");
        assertThat(sale.contactKeys().get(0).value()).isEqualTo("0009988");
        assertThat(sale.occurredAt()).hasToString("2026-03-01T14:22:05+01:00");
        assertThat(read.receipts().get(1).lines().get(0).type()).hasToString("RETURN");
        assertThat(read.receipts().get(1).tenders().get(0).amount()).isEqualByComparingTo("-90");
        assertThat(read.transactions()).last().isInstanceOf(Transaction.NonSale.class);
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("4111", "Sara")
                .contains("0009988");
    }

    @Test
    void sapAsXmlGivesTheSameReceipts() throws IOException {
        Mapped json = Mapped.read(Mapped.json(Mapped.layout("sap-pos-dm.jslt")), resource("sap-pos-dm.json"));
        Mapped xml = Mapped.read(MappedXmlFormat.read(Mapped.layout("sap-pos-dm.xslt")), resource("sap-pos-dm.xml"));

        assertThat(xml.transactions().get(0).place()).isEqualTo("line 3, column 2");
        assertThat(xml.receipts())
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(json.receipts());
        assertThat(xml.transactions()).last().isInstanceOf(Transaction.NonSale.class);
        assertThat(((Transaction.Sold) xml.transactions().get(0)).original().get())
                .doesNotContain("4111", "Sara")
                .contains("0009988");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETAILSTOREID", "WORKSTATIONID", "BUSINESSDAYDATE", "TRANSNUMBER"})
    void sapReceiptsNeedAllThatTellsThemApart(String missing) throws IOException {
        String json = """
                {"RETAILSTOREID": "014", "WORKSTATIONID": "2", "BUSINESSDAYDATE": "20260301", "TRANSNUMBER": "7",
                 "ENDTIMESTAMP": "20260301142205", "TRANSACTIONCURRENCY": "SEK",
                 "RETAILLINEITEM": {"ITEMID": "A", "SALESAMOUNT": "1"}, "TENDER": {"TENDERTYPECODE": "C", "TENDERAMOUNT": "1"}}""".replace("\"" + missing + "\":", "\"OTHER\":");
        String xml = """
                <IT_TRANSACTION><item><RETAILSTOREID>014</RETAILSTOREID><WORKSTATIONID>2</WORKSTATIONID>
                <BUSINESSDAYDATE>20260301</BUSINESSDAYDATE><TRANSNUMBER>7</TRANSNUMBER><ENDTIMESTAMP>20260301142205</ENDTIMESTAMP>
                <RETAILLINEITEM><ITEMID>A</ITEMID><SALESAMOUNT>1</SALESAMOUNT></RETAILLINEITEM></item></IT_TRANSACTION>""".replace(missing + ">", "OTHER>");
        Mapped ofJson = Mapped.read(Mapped.json(Mapped.layout("sap-pos-dm.jslt")), json);
        Mapped ofXml = Mapped.read(MappedXmlFormat.read(Mapped.layout("sap-pos-dm.xslt")), xml);
        assertThat(ofJson.rejected().faults()).extracting(Fault::code).containsExactly("unique-id-incomplete");
        assertThat(ofXml.rejected().faults()).extracting(Fault::code).containsExactly("unique-id-incomplete");
    }

    static byte[] resource(String name) {
        try (InputStream in = ShippedMappingsTest.class.getResourceAsStream("/mapping/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
