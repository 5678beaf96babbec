package io.engageroutes.intake.poslog;

/** Writes POSLog as roqqio does: three decimals, local and UTC time, VAT only as a sum. */
final class RoqqioTill {

    private RoqqioTill() {}

    static byte[] receipt(String total, String tax, String... lineItems) {
        return transaction(String.join("", lineItems), totals(total, tax));
    }

    static byte[] transaction(String lineItems, String totals) {
        return Read.utf8(
                "<?xml version='1.0' encoding='UTF-8'?>\r\n<POSLog xmlns='http://www.nrf-arts.org/IXRetail/namespace/'"
                        + " xmlns:fu='http://www.futura4retail.com/pos/namespace/' MajorVersion='6'>\r\n<Transaction>"
                        + "<BusinessUnit><UnitID Name='Shop'>100</UnitID></BusinessUnit><WorkstationID TypeCode='POS'>10001"
                        + "</WorkstationID><SequenceNumber>2</SequenceNumber>"
                        + "<ReceiptDateTime>2024-07-31T11:46:13.327</ReceiptDateTime><ReceiptNumber>2</ReceiptNumber>"
                        + "<RetailTransaction>" + lineItems + totals
                        + "<LoyaltyAccount><CustomerID>22</CustomerID><LoyaltyCard><PrimaryAccountNumber>T22</PrimaryAccountNumber>"
                        + "</LoyaltyCard></LoyaltyAccount></RetailTransaction><BusinessDayDate>2024-07-31</BusinessDayDate>"
                        + "<BeginDateTime>2024-07-31T09:42:26.010Z</BeginDateTime>"
                        + "<EndDateTime>2024-07-31T09:46:13.327Z</EndDateTime></Transaction></POSLog>");
    }

    static String totals(String total, String... taxes) {
        StringBuilder totals =
                new StringBuilder("<Total TotalType='TransactionGrandAmount' CurrencyCode='EUR'>" + total + "</Total>");
        for (String tax : taxes) {
            totals.append("<Total TotalType='TransactionTaxAmount' CurrencyCode='EUR'>")
                    .append(tax)
                    .append("</Total>");
        }
        return totals.toString();
    }

    static String item(int number, String article, String amount, String quantity) {
        return line(
                number,
                article,
                amount,
                quantity,
                "0",
                quantity.startsWith("-") ? "RETOUR" : "MODE_NORMAL",
                "ITEM_SALE");
    }

    static String line(
            int number, String article, String amount, String quantity, String discount, String mode, String type) {
        return "<LineItem><Sale><ItemID Name='Coat, M,BLACK'>" + article + "</ItemID><RegularSalesUnitPrice "
                + "Currency='EUR'>99.000</RegularSalesUnitPrice><ExtendedAmount Currency='EUR'>" + amount
                + "</ExtendedAmount><ExtendedDiscountAmount Currency='" + (discount.equals("0") ? "XXX" : "EUR") + "'>"
                + discount + "</ExtendedDiscountAmount><Quantity UnitOfMeasureCode='EA'>" + quantity
                + "</Quantity><Rounding Currency='EUR'>0.000</Rounding><fu:SalesMode>" + mode
                + "</fu:SalesMode><fu:LineType>" + type + "</fu:LineType><fu:ProductGroup>11</fu:ProductGroup></Sale>"
                + "<SequenceNumber>" + number + "</SequenceNumber></LineItem>";
    }

    static String tender(int number, String type, String code, String amount, String change) {
        return "<LineItem><Tender TenderType='" + type + "' TypeCode='" + code + "'><Amount Currency='EUR'>" + amount
                + "</Amount><Rounding>0.000</Rounding>"
                + (change == null ? "" : "<TenderChange><Amount Currency='EUR'>" + change + "</Amount></TenderChange>")
                + "<fu:PaymentTypeDescription>Bar</fu:PaymentTypeDescription></Tender><SequenceNumber>" + number
                + "</SequenceNumber></LineItem>";
    }
}
