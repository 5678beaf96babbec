package io.engageroutes.intake.saft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A SAF-T Cash Register document of our own making: one company, one location, one cash register. */
public final class AuditFile {

    public static final String NO = "urn:StandardAuditFile-Taxation-CashRegister:NO";
    public static final String DK = "urn:StandardAuditFile-Taxation-CashRegister:DK";

    private String namespace = NO;
    private String prefix = "";
    private String currency = "NOK";
    private String days = "<startDate>2026-11-03</startDate><endDate>2026-11-03</endDate>";
    private String store = "Skogly, Storgata";
    private String register = "K-7781-2";
    private String articles = article("A-1107", "Ullsokker") + article("B-22", "Kaffe 250 g");
    private String basics = basic("11", "SALG", "11001")
            + basic("11", "RETUR", "11006")
            + basic("11", "KREDITT", "11002")
            + basic("11", "INNSKUDD", "11011")
            + basic("12", "KORT", "12002")
            + basic("12", "KONT", "12001")
            + basic("13", "ZRAPP", "13009");
    private final List<String> events = new ArrayList<>();
    private final List<String> transactions = new ArrayList<>();

    public static AuditFile norwegian() {
        return new AuditFile();
    }

    public static AuditFile danish() {
        AuditFile file = new AuditFile();
        file.namespace = DK;
        file.currency = "DKK";
        return file;
    }

    public AuditFile namespace(String uri) {
        namespace = uri;
        return this;
    }

    /** Every element with this prefix, as some writers have it. */
    public AuditFile prefixed(String name) {
        prefix = name + ":";
        return this;
    }

    public AuditFile basics(String more) {
        basics += more;
        return this;
    }

    public AuditFile articles(String all) {
        articles = all;
        return this;
    }

    public AuditFile header(String currencyCode, String firstDay, String lastDay) {
        currency = currencyCode;
        days = "<startDate>" + firstDay + "</startDate><endDate>" + lastDay + "</endDate>";
        return this;
    }

    public AuditFile store(String name) {
        store = name;
        return this;
    }

    public AuditFile register(String id) {
        register = id;
        return this;
    }

    public AuditFile with(String transaction) {
        transactions.add(transaction);
        return this;
    }

    public AuditFile event(String event) {
        events.add(event);
        return this;
    }

    public AuditFile zReport(String day, String time, String sales) {
        return event("""
                <event><eventID>Z1</eventID><eventType>ZRAPP</eventType><eventDate>%1$s</eventDate><eventTime>%2$s</eventTime>
                <eventReport><reportID>41</reportID><reportType>Z report</reportType><companyIdent>1</companyIdent>
                <companyName>X</companyName><reportDate>%1$s</reportDate><reportTime>%2$s</reportTime>
                <registerID>of-the-report</registerID>
                <reportTotalCashSales><totalCashSaleAmnt>%3$s</totalCashSaleAmnt></reportTotalCashSales>
                </eventReport></event>""".formatted(day, time, sales));
    }

    public static String basic(String type, String id, String predefined) {
        return "<basic><basicType>" + type + "</basicType><basicID>" + id + "</basicID><predefinedBasicID>" + predefined
                + "</predefinedBasicID><basicDesc>Kode " + id + "</basicDesc></basic>";
    }

    public static String article(String id, String name) {
        return "<article><artID>" + id + "</artID><artGroupID>G</artGroupID><artDesc>" + name + "</artDesc></article>";
    }

    public static String payment(String type, String amount) {
        return "<payment><paymentType>" + type + "</paymentType><paidAmnt>" + amount
                + "</paidAmnt><empID>Kari</empID><curCode>NOK</curCode><exchRt>1.000000</exchRt>"
                + "<paymentRefID>5413330089010442</paymentRefID></payment>";
    }

    public static String line(String article, String quantity, String amount, String side) {
        return line("SAL", article, quantity, amount, side, "25.00", "");
    }

    /** @param more after the VAT, such as a discount */
    public static String line(
            String type, String article, String quantity, String amount, String side, String percent, String more) {
        return "<ctLine><nr>1</nr><lineID>1</lineID><lineType>" + type + "</lineType>"
                + (article == null ? "" : "<artGroupID>G</artGroupID><artID>" + article + "</artID>")
                + (quantity == null ? "" : "<qnt>" + quantity + "</qnt>")
                + "<lineAmntIn>" + amount + "</lineAmntIn><lineAmntEx>" + amount + "</lineAmntEx><amntTp>" + side
                + "</amntTp><empID>Kari</empID>"
                + (percent == null
                        ? ""
                        : "<vat><vatCode>3</vatCode><vatPerc>" + percent + "</vatPerc><vatAmnt>" + tax(amount, percent)
                                + "</vatAmnt></vat>")
                + more + "</ctLine>";
    }

    static String tax(String amount, String percent) {
        BigDecimal rate = new BigDecimal(percent);
        return new BigDecimal(amount)
                .multiply(rate)
                .divide(rate.add(new BigDecimal(100)), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** @param rest lines, VAT, rounding, payments and flags */
    public static String transaction(String id, String type, String amount, String side, String time, String rest) {
        return "<cashtransaction><nr>" + id + "</nr><transID>" + id + "</transID><transType>" + type
                + "</transType><transAmntIn>" + amount + "</transAmntIn><transAmntEx>" + amount
                + "</transAmntEx><amntTp>" + side
                + "</amntTp><empID>Kari</empID><transDate>2026-11-03</transDate><transTime>"
                + time + "</transTime>" + rest
                + "<signature>c2lnbmF0dXJl</signature><keyVersion>1</keyVersion><receiptNum>1</receiptNum></cashtransaction>";
    }

    /** A pair of socks paid by card. */
    public static String sale(String id, String amount, String time) {
        return transaction(
                id,
                "SALG",
                amount,
                "C",
                time,
                line("A-1107", "1", amount, "C")
                        + "<vat><vatPerc>25.00</vatPerc><vatAmnt>" + tax(amount, "25") + "</vatAmnt></vat>"
                        + payment("KORT", amount));
    }

    public String text() {
        String body = """
                <header><fiscalYear>2026</fiscalYear>%s<curCode>%s</curCode><softwareDesc>Till</softwareDesc></header>
                <company><companyIdent>911222333</companyIdent><companyName>Skogly AS</companyName>
                <streetAddress><streetname>Hovedveien</streetname><city>Hamar</city></streetAddress>
                <vatCodeDetails><vatCodeDetail><vatCode>3</vatCode><standardVatCode>3</standardVatCode></vatCodeDetail></vatCodeDetails>
                <employees><employee><empID>Kari</empID><firstName>Kari</firstName><surName>Nordmann</surName></employee></employees>
                <articles>%s</articles><basics>%s</basics>
                <location><name>%s</name><streetAddress><streetname>Storgata</streetname><number>4</number><city>Hamar</city>
                <postalCode>2317</postalCode></streetAddress>
                <cashregister><registerID>%s</registerID>%s%s</cashregister></location></company>""".formatted(
                        days,
                        currency,
                        articles,
                        basics,
                        store,
                        register,
                        String.join("\n", events),
                        String.join("\n", transactions));
        if (!prefix.isEmpty()) {
            body = body.replaceAll("<(/?)([a-zA-Z])", "<$1" + prefix + "$2");
        }
        String colon = prefix.isEmpty() ? "" : ":" + prefix.substring(0, prefix.length() - 1);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + prefix + "auditfile xmlns" + colon + "=\"" + namespace
                + "\">" + body + "</" + prefix + "auditfile>\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
