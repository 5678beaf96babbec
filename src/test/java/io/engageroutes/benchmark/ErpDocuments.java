package io.engageroutes.benchmark;

import io.engageroutes.benchmark.Purchases.Item;
import io.engageroutes.benchmark.Purchases.Purchase;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** ERPs: receipts in an IDoc, and invoices, each in a document of its own. */
final class ErpDocuments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private ErpDocuments() {}

    static byte[] idoc(List<Purchase> purchases) {
        return XmlDocuments.document("""
                <WPUBON01><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><MANDT>800</MANDT><DOCNUM>1</DOCNUM>
                <DIRECT>2</DIRECT><IDOCTYP>WPUBON01</IDOCTYP><MESTYP>WPUBON</MESTYP><SNDPRT>KU</SNDPRT><SNDPRN>100</SNDPRN></EDI_DC40>
                """, purchases, ErpDocuments::idoc, "</IDOC></WPUBON01>\n");
    }

    private static String idoc(Purchase bought) {
        return """
                <E1WPB01 SEGMENT="1"><POSKREIS>0%d</POSKREIS><KASSID>0%d</KASSID><VORGDATUM>%s</VORGDATUM><VORGZEIT>%s</VORGZEIT>
                <BONNUMMER>%d</BONNUMMER><KUNDNR>%d</KUNDNR><KASSIERER>17</KASSIERER><BELEGWAERS>SEK</BELEGWAERS>
                %s<E1WPB05 SEGMENT="1"><VORZEICHEN>-</VORZEICHEN><RABATTART>RABA</RABATTART><RABVALUE>%s</RABVALUE></E1WPB05>
                <E1WPB06 SEGMENT="1"><VORZEICHEN>+</VORZEICHEN><ZAHLART>PTCC</ZAHLART><SUMME>%s</SUMME><WAEHRUNG>SEK</WAEHRUNG></E1WPB06>
                </E1WPB01>
                """.formatted(
                        bought.store(),
                        bought.till(),
                        bought.at().format(DAY),
                        bought.at().format(TIME),
                        bought.number(),
                        bought.member(),
                        XmlDocuments.each(bought, item -> """
                        <E1WPB02 SEGMENT="1"><QUALARTNR>ARTN</QUALARTNR><ARTNR>%018d</ARTNR><VORZEICHEN>-</VORZEICHEN><MENGE>%d</MENGE>
                        <E1WPB03 SEGMENT="1"><VORZEICHEN>+</VORZEICHEN><KONDITION>VKP0</KONDITION><KONDVALUE>%s</KONDVALUE></E1WPB03>
                        <E1WPB04 SEGMENT="1"><MWSKZ>A1</MWSKZ><MWSBT>%s</MWSBT></E1WPB04>
                        </E1WPB02>
                        """.formatted(
                                        item.article(),
                                        item.quantity(),
                                        Purchases.money(item.gross()),
                                        Purchases.money(Purchases.vatIn(item.gross())))),
                        Purchases.money(bought.discount()),
                        Purchases.money(bought.paid()));
    }

    /** Prices without VAT, as invoices have them. */
    static byte[] invoice(Purchase bought) {
        long vat = Purchases.vatOn(bought.paid());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                 <cbc:ID>%d</cbc:ID><cbc:IssueDate>%s</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
                 <cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
                 <cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID></cac:Party></cac:AccountingSupplierParty>
                 <cac:AccountingCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>%d</cbc:ID></cac:PartyIdentification></cac:Party></cac:AccountingCustomerParty>
                 <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>
                  <cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason><cbc:Amount currencyID="SEK">%s</cbc:Amount>%s</cac:AllowanceCharge>
                 <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">%s</cbc:TaxAmount>
                  <cac:TaxSubtotal><cbc:TaxableAmount currencyID="SEK">%s</cbc:TaxableAmount><cbc:TaxAmount currencyID="SEK">%6$s</cbc:TaxAmount>%5$s</cac:TaxSubtotal>
                 </cac:TaxTotal>
                 <cac:LegalMonetaryTotal>
                  <cbc:LineExtensionAmount currencyID="SEK">%s</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="SEK">%7$s</cbc:TaxExclusiveAmount>
                  <cbc:TaxInclusiveAmount currencyID="SEK">%s</cbc:TaxInclusiveAmount><cbc:AllowanceTotalAmount currencyID="SEK">%4$s</cbc:AllowanceTotalAmount>
                  <cbc:PayableAmount currencyID="SEK">%9$s</cbc:PayableAmount>
                 </cac:LegalMonetaryTotal>
                %s</Invoice>
                """.formatted(
                        bought.number(),
                        bought.at().toLocalDate(),
                        bought.member(),
                        Purchases.money(bought.discount()),
                        category("TaxCategory"),
                        Purchases.money(vat),
                        Purchases.money(bought.paid()),
                        Purchases.money(bought.sum()),
                        Purchases.money(bought.paid() + vat),
                        XmlDocuments.each(bought, ErpDocuments::invoiceLine))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String invoiceLine(Item item) {
        return """
                 <cac:InvoiceLine><cbc:ID>%d</cbc:ID><cbc:InvoicedQuantity unitCode="C62">%d</cbc:InvoicedQuantity>
                  <cbc:LineExtensionAmount currencyID="SEK">%s</cbc:LineExtensionAmount>
                  <cac:Item><cbc:Name>Jacka nr %d</cbc:Name><cac:SellersItemIdentification><cbc:ID>%4$d</cbc:ID></cac:SellersItemIdentification>%s</cac:Item>
                  <cac:Price><cbc:PriceAmount currencyID="SEK">%s</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
                """.formatted(
                        item.number(),
                        item.quantity(),
                        Purchases.money(item.gross()),
                        item.article(),
                        category("ClassifiedTaxCategory"),
                        Purchases.money(item.price()));
    }

    private static String category(String element) {
        return "<cac:%s><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:%1$s>"
                .formatted(element);
    }
}
