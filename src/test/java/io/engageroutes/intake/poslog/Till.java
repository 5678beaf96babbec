package io.engageroutes.intake.poslog;

/** Writes small POSLog documents for tests of one rule. */
final class Till {

    static final String HEADER = "<BusinessUnit><UnitID>1</UnitID></BusinessUnit><WorkstationID>2</WorkstationID>"
            + "<SequenceNumber>3</SequenceNumber><ReceiptDateTime>2026-03-01T12:00:00+01:00</ReceiptDateTime>"
            + "<CurrencyCode>SEK</CurrencyCode>";
    static final String LINE = item("<Sale>", "10.00", "1", "</Sale>");
    static final String PAID = tender("TenderType='Card'", "10.00");

    private Till() {}

    static byte[] document(String transactions) {
        return Read.utf8("<POSLog xmlns='http://www.nrf-arts.org/IXRetail/namespace/' xmlns:x='urn:x'>" + transactions
                + "</POSLog>");
    }

    /** A document with one transaction of these line items. */
    static byte[] sale(String... lineItems) {
        return sale("", lineItems, "");
    }

    static byte[] sale(String attributes, String[] lineItems, String afterLines) {
        return document("<Transaction " + attributes + ">" + HEADER + "<RetailTransaction>" + String.join("", lineItems)
                + afterLines + "</RetailTransaction></Transaction>");
    }

    static byte[] withTotal(String total, String... lineItems) {
        return sale("", lineItems, "<Total TotalType='TransactionGrandAmount'>" + total + "</Total>");
    }

    static String item(String open, String amount, String quantity, String close) {
        return lineItem(
                "",
                open + "<ItemID>A</ItemID><ExtendedAmount>" + amount + "</ExtendedAmount><Quantity>" + quantity
                        + "</Quantity>" + close);
    }

    static String lineItem(String attributes, String content) {
        return "<LineItem " + attributes + ">" + content + "</LineItem>";
    }

    static String tender(String attributes, String amount) {
        return lineItem("", "<Tender " + attributes + "><Amount>" + amount + "</Amount></Tender>");
    }
}
