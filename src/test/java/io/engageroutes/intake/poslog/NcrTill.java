package io.engageroutes.intake.poslog;

import java.util.List;

/** Writes POSLog as NCR ACS does: everything on one line, no declaration, a row for everything. */
final class NcrTill {

    private static final String OPEN = "<POSLog xmlns='http://www.nrf-arts.org/IXRetail/namespace/' "
            + "xmlns:acs='http://www.ncr.com/rsd/acs/tlog/markup/poslog/2.1'>";

    private NcrTill() {}

    static byte[] day(String... transactions) {
        return Read.utf8(OPEN + String.join("", transactions) + "</POSLog>");
    }

    static String control(int sequence, String content) {
        return "<Transaction>" + header(sequence) + content + "</Transaction>";
    }

    static String receipt(int sequence, String total, String tax, String... rows) {
        return "<Transaction>" + header(sequence)
                + "<RetailTransaction Version='2.1'><ReceiptDateTime>2026-03-01T12:00:00</ReceiptDateTime>"
                + String.join("", rows) + total("TransactionGrandAmount", total) + total("acs:GrossPositive", "0.00")
                + total("TransactionTaxAmount", tax) + total("acs:DiscountTotal", "0.00")
                + "<acs:ItemCount>1</acs:ItemCount></RetailTransaction></Transaction>";
    }

    private static String header(int sequence) {
        return "<RetailStoreID>9</RetailStoreID><WorkstationID>34</WorkstationID><SequenceNumber>" + sequence
                + "</SequenceNumber><BusinessDayDate>2026-03-01</BusinessDayDate>"
                + "<EndDateTime>2026-03-01T12:00:01</EndDateTime><OperatorID OperatorName='FL 34'>94</OperatorID>"
                + "<CurrencyCode>USD</CurrencyCode>";
    }

    private static String total(String type, String amount) {
        return "<Total TotalType='" + type + "'>" + amount + "</Total>";
    }

    static String item(int row, String article, String amount, String quantity) {
        return row("", row, sale("Stock", row, article, amount, quantity));
    }

    static String voided(int row, String article, String amount, String quantity) {
        return row("VoidFlag='true'", row, sale("Stock", row, article, amount, quantity));
    }

    static String deposit(int row, String amount, String quantity) {
        return row("", row, sale("acs:NegativeItem", row, "900", amount, quantity));
    }

    private static String sale(String type, int row, String article, String amount, String quantity) {
        return "<Sale ItemType='" + type + "'><POSIdentity POSIDType='GTIN'><POSItemID>" + article
                + "</POSItemID></POSIdentity><ItemID>" + article
                + "</ItemID><MerchandiseHierarchy Level='Department' acs:DepartmentDescription='Fruit'>6"
                + "</MerchandiseHierarchy><Description>Article " + article + "</Description>"
                + "<RegularSalesUnitPrice>1.00</RegularSalesUnitPrice><ExtendedAmount>" + amount
                + "</ExtendedAmount><DiscountAmount>0.00</DiscountAmount><ExtendedDiscountAmount>0.00"
                + "</ExtendedDiscountAmount><Quantity>" + quantity + "</Quantity><acs:OperatorSequence>" + row
                + "</acs:OperatorSequence><acs:Itemizers FoodStampable='true'>112</acs:Itemizers></Sale>";
    }

    static String tax(int row, String authority, String amount, String percent) {
        return row(
                "",
                row,
                "<Tax TaxType='Sales'><TaxAuthority>" + authority
                        + "</TaxAuthority><TaxableAmount>10.00</TaxableAmount>" + "<Amount>" + amount
                        + "</Amount><Percent>" + percent + "</Percent></Tax>");
    }

    static String tender(int row, String type, String amount) {
        return row("", row, payment(type, amount, "true"));
    }

    static String refused(int row, String type, String amount) {
        return row("", row, payment(type, amount, "false"));
    }

    static String voidedTender(int row, String type, String amount) {
        return row("VoidFlag='true'", row, payment(type, amount, "true"));
    }

    private static String payment(String type, String amount, String authorized) {
        return "<Tender TenderType='" + type + "' TypeCode='Sale' acs:TenderDescription='T-" + type
                + "'><TenderID>12</TenderID><Amount>" + amount + "</Amount><Authorization HostAuthorized='" + authorized
                + "'><RequestedAmount>" + amount + "</RequestedAmount></Authorization></Tender>";
    }

    static String member(int row, String flags, String id) {
        return row(
                flags,
                row,
                "<acs:LoyaltyMembership><acs:LoyaltyID Type='Membership'>" + id + "</acs:LoyaltyID><acs:MembershipID>"
                        + id + "</acs:MembershipID></acs:LoyaltyMembership>");
    }

    static String detail(int row, String promotion, String amount, int item) {
        return reward(row, "", "acs:detailedData='true'", promotion, "Monetary", amount, item);
    }

    static String summary(int row, String promotion, String amount) {
        return reward(row, "", "acs:summarizedActivity='true'", promotion, "Monetary", amount, 0);
    }

    static String points(int row, String promotion, String amount) {
        return reward(
                row, "", "acs:detailedData='true' acs:summarizedActivity='true'", promotion, "CustomOffer", amount, 0);
    }

    static String reward(
            int row, String lineFlags, String flags, String promotion, String category, String amount, int item) {
        return row(
                lineFlags,
                row,
                "<LoyaltyReward " + flags + "><PromotionID>" + promotion + "</PromotionID><acs:RewardCategory>"
                        + category + "</acs:RewardCategory><acs:RewardType>PercentOff</acs:RewardType>"
                        + "<acs:ExtendedRewardAmount>" + amount + "</acs:ExtendedRewardAmount>"
                        + "<acs:OperatorSequenceReference>" + item
                        + "</acs:OperatorSequenceReference></LoyaltyReward>");
    }

    static String variable(int row) {
        return row(
                "", row, "<acs:CRMCustomVariable><acs:ID>5</acs:ID><acs:Value>19</acs:Value></acs:CRMCustomVariable>");
    }

    static String row(String flags, int row, String content) {
        return "<LineItem " + flags + "><SequenceNumber>" + row + "</SequenceNumber>" + content + "</LineItem>";
    }

    /** An ordinary day: sign on, receipts of every kind, no sale, a receipt that came to nothing, tender control, end of day. */
    static byte[] ordinaryDay() {
        return day(List.of(
                        control(1, "<ControlTransaction><OperatorSignOn/></ControlTransaction>"),
                        receipt(
                                2,
                                "12.60",
                                "0.80",
                                item(1, "101", "10.00", "1"),
                                item(2, "102", "1.26", "0.42"),
                                item(3, "103", "5.00", "1"),
                                voided(4, "103", "-5.00", "-1"),
                                item(5, "104", "0.00", "1"),
                                deposit(6, "-0.25", "5"),
                                item(7, "105", "1.98", "2"),
                                tax(8, "1", "0.50", "5.00"),
                                tax(9, "2", "0.30", "3.00"),
                                tender(10, "Cash", "20.00"),
                                tender(11, "Cash", "-7.40"),
                                member(12, "", "0000000000000040000000001"),
                                detail(13, "77", "-1.00", 1),
                                detail(14, "77", "-0.19", 2),
                                points(15, "78", "10"),
                                summary(16, "77", "-1.19"),
                                variable(17)),
                        control(3, "<ControlTransaction><NoSale/></ControlTransaction>"),
                        receipt(
                                4,
                                "0.00",
                                "0.00",
                                item(1, "101", "10.00", "1"),
                                voided(2, "101", "-10.00", "-1"),
                                tender(3, "Cash", "0.00")),
                        control(
                                5,
                                "<TenderControlTransaction><TenderPickup><Amount>500.00</Amount></TenderPickup>"
                                        + "</TenderControlTransaction>"),
                        control(6, "<ControlTransaction><BusinessEOD/></ControlTransaction>"))
                .toArray(String[]::new));
    }
}
