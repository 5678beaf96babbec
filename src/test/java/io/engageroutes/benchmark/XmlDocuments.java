package io.engageroutes.benchmark;

import io.engageroutes.benchmark.Purchases.Item;
import io.engageroutes.benchmark.Purchases.Purchase;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Systems that write receipts as XML of other kinds than POSLog: canonical, SAP POS DM and SAF-T Cash Register. */
final class XmlDocuments {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private XmlDocuments() {}

    static byte[] canonical(List<Purchase> purchases) {
        return document("<receipts>\n", purchases, XmlDocuments::canonical, "</receipts>\n");
    }

    static byte[] document(String beginning, List<Purchase> purchases, Function<Purchase, String> written, String end) {
        return purchases.stream()
                .map(written)
                .collect(Collectors.joining("", DECLARATION + beginning, end))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String each(Purchase bought, Function<Item, String> written) {
        return bought.items().stream().map(written).collect(Collectors.joining());
    }

    private static String canonical(Purchase bought) {
        return """
                <receipt>
                 <uniqueId>till-%d</uniqueId><receiptNumber>%1$d</receiptNumber><storeId>%d</storeId><registerId>%d</registerId>
                 <occurredAt>%s+01:00</occurredAt><currency>SEK</currency>
                 <contactKeys><contactKey><type>memberNumber</type><value>%d</value></contactKey></contactKeys>
                 <lines>
                %s </lines>
                 <basketDiscounts><basketDiscount><type>COUPON</type><description>Kupong</description><amount>%s</amount></basketDiscount></basketDiscounts>
                 <tenders><tender><type>card</type><amount>%s</amount></tender></tenders>
                 <total>%8$s</total>
                </receipt>
                """.formatted(
                        bought.number(),
                        bought.store(),
                        bought.till(),
                        bought.at(),
                        bought.member(),
                        each(bought, item -> """
                          <line>
                           <number>%d</number><type>SALE</type><sku>%d</sku><articleName>Jacka nr %2$d</articleName>
                           <articleGroup>Jackor</articleGroup><quantity>%d</quantity><unitPrice>%s</unitPrice><gross>%s</gross>
                           <taxPercent>25</taxPercent>
                          </line>
                        """.formatted(
                                        item.number(),
                                        item.article(),
                                        item.quantity(),
                                        Purchases.money(item.price()),
                                        Purchases.money(item.gross()))),
                        Purchases.money(bought.discount()),
                        Purchases.money(bought.paid()));
    }

    /** The discount is one on the first line: these systems have no other. */
    static byte[] sapPosDm(List<Purchase> purchases) {
        return document(
                "<n:CREATE xmlns:n=\"urn:sap\"><IT_TRANSACTION>\n",
                purchases,
                XmlDocuments::sapPosDm,
                "</IT_TRANSACTION></n:CREATE>\n");
    }

    private static String sapPosDm(Purchase bought) {
        return """
                <item><RETAILSTOREID>%d</RETAILSTOREID><BUSINESSDAYDATE>%s</BUSINESSDAYDATE><TRANSTYPECODE>1001</TRANSTYPECODE>
                 <WORKSTATIONID>%d</WORKSTATIONID><TRANSNUMBER>%d</TRANSNUMBER><BEGINTIMESTAMP>%s</BEGINTIMESTAMP>
                 <ENDTIMESTAMP>%5$s</ENDTIMESTAMP><OPERATORID>Ek</OPERATORID><TRANSCURRENCY>SEK</TRANSCURRENCY>
                 <RETAILLINEITEM>
                %s </RETAILLINEITEM>
                 <TENDER><item><TENDERTYPECODE>3105</TENDERTYPECODE><TENDERAMOUNT>%s</TENDERAMOUNT></item></TENDER>
                 <LOYALTY><item><CUSTCARDNUMBER>%d</CUSTCARDNUMBER></item></LOYALTY></item>
                """.formatted(
                        bought.store(),
                        bought.at().toLocalDate(),
                        bought.till(),
                        bought.number(),
                        bought.at().format(DIGITS),
                        each(bought, item -> sapPosDm(item, item.number() == 1 ? bought.discount() : 0)),
                        Purchases.money(bought.paid()),
                        bought.member());
    }

    private static String sapPosDm(Item item, long discount) {
        String taken = discount == 0 ? "" : """
                <DISCOUNT><item><DISCTYPECODE>3101</DISCTYPECODE><REDUCTIONAMOUNT>%s</REDUCTIONAMOUNT></item></DISCOUNT>""".formatted(Purchases.money(discount));
        return """
                 <item><RETAILNUMBER>%d</RETAILNUMBER><RETAILTYPECODE>2001</RETAILTYPECODE><ITEMID>%d</ITEMID>
                   <ITEMDESCRIPTION>Jacka nr %2$d</ITEMDESCRIPTION><RETAILQUANTITY>%d</RETAILQUANTITY>
                   <SALESAMOUNT>%s</SALESAMOUNT>%s</item>
                """.formatted(
                item.number(), item.article(), item.quantity(), Purchases.money(item.gross() - discount), taken);
    }

    static byte[] saft(List<Purchase> purchases) {
        return document("""
                <auditfile xmlns="urn:StandardAuditFile-Taxation-CashRegister:NO">
                <header><fiscalYear>2026</fiscalYear><startDate>2026-01-01</startDate><endDate>2026-12-31</endDate><curCode>NOK</curCode></header>
                <company><companyIdent>911222333</companyIdent><companyName>Skogly AS</companyName>
                <location><name>Skogly, Storgata</name>
                <cashregister><registerID>K-1</registerID>
                """, purchases, XmlDocuments::saft, "</cashregister></location></company></auditfile>\n");
    }

    private static String saft(Purchase bought) {
        return """
                <cashtransaction><nr>%d</nr><transID>%1$d</transID><transType>11001</transType><transAmntIn>%s</transAmntIn>
                <transAmntEx>%s</transAmntEx><amntTp>C</amntTp><empID>Ek</empID><transDate>%s</transDate><transTime>%s</transTime>
                %s<vat><vatPerc>25.00</vatPerc><vatAmnt>%s</vatAmnt></vat>
                <discount><dscTp>MED</dscTp><dscAmnt>%s</dscAmnt></discount>
                <payment><paymentType>12002</paymentType><paidAmnt>%2$s</paidAmnt><empID>Ek</empID><curCode>NOK</curCode></payment>
                <signature>c2lnbmF0dXJl</signature><keyVersion>1</keyVersion><receiptNum>1</receiptNum></cashtransaction>
                """.formatted(
                        bought.number(),
                        Purchases.money(bought.paid()),
                        Purchases.money(bought.paid() - Purchases.vatIn(bought.paid())),
                        bought.at().toLocalDate(),
                        bought.at().toLocalTime(),
                        each(bought, item -> """
                        <ctLine><nr>%d</nr><lineID>%1$d</lineID><lineType>SAL</lineType><artGroupID>G</artGroupID><artID>%d</artID>
                         <qnt>%d</qnt><lineAmntIn>%s</lineAmntIn><lineAmntEx>%s</lineAmntEx><amntTp>C</amntTp><empID>Ek</empID>
                         <vat><vatCode>3</vatCode><vatPerc>25.00</vatPerc><vatAmnt>%s</vatAmnt></vat></ctLine>
                        """.formatted(
                                        item.number(),
                                        item.article(),
                                        item.quantity(),
                                        Purchases.money(item.gross()),
                                        Purchases.money(item.gross() - Purchases.vatIn(item.gross())),
                                        Purchases.money(Purchases.vatIn(item.gross())))),
                        Purchases.money(Purchases.vatIn(bought.paid())),
                        Purchases.money(bought.discount()));
    }
}
