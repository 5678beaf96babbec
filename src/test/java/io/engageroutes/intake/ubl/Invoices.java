package io.engageroutes.intake.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes invoices whose totals follow from what is in them, as an ERP does. */
final class Invoices {

    private final List<String> lines = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final Map<String, BigDecimal> taxable = new LinkedHashMap<>();
    private String root = "Invoice";
    private String type = "380";
    private String prepaid = "0";
    private String rounding = "0";
    private BigDecimal lineSum = BigDecimal.ZERO;
    private BigDecimal changeSum = BigDecimal.ZERO;
    private String extra = "";
    private int decimals = 2;
    private String currency = "SEK";

    static Invoices invoice() {
        return new Invoices();
    }

    Invoices creditNote() {
        root = "CreditNote";
        type = "381";
        return this;
    }

    Invoices type(String code) {
        type = code;
        return this;
    }

    Invoices currency(String code, int itsDecimals) {
        currency = code;
        decimals = itsDecimals;
        return this;
    }

    Invoices line(String quantity, String net, String category, String percent, String... inside) {
        String element = root.equals("Invoice") ? "Invoiced" : "Credited";
        lines.add("""
                <cac:%sLine><cbc:ID>%d</cbc:ID><cbc:%sQuantity unitCode="C62">%s</cbc:%sQuantity>
                <cbc:LineExtensionAmount currencyID="%s">%s</cbc:LineExtensionAmount>%s
                <cac:Item><cbc:Name>Vara %d åäö</cbc:Name><cac:SellersItemIdentification><cbc:ID>A-%d</cbc:ID></cac:SellersItemIdentification>
                %s</cac:Item></cac:%sLine>""".formatted(
                        root,
                        lines.size() + 1,
                        element,
                        quantity,
                        element,
                        currency,
                        net,
                        String.join("", inside),
                        lines.size() + 1,
                        lines.size() + 1,
                        category(category, percent, "ClassifiedTaxCategory"),
                        root));
        lineSum = lineSum.add(new BigDecimal(net));
        count(category, percent, new BigDecimal(net));
        return this;
    }

    Invoices charge(String amount, String category, String percent, String code) {
        return change(true, amount, category, percent, code);
    }

    Invoices allowance(String amount, String category, String percent, String code) {
        return change(false, amount, category, percent, code);
    }

    private Invoices change(boolean charge, String amount, String category, String percent, String code) {
        changes.add(allowanceCharge(charge, amount, currency, code, category(category, percent, "TaxCategory")));
        BigDecimal signed = charge ? new BigDecimal(amount) : new BigDecimal(amount).negate();
        changeSum = changeSum.add(signed);
        count(category, percent, signed);
        return this;
    }

    static String allowanceCharge(boolean charge, String amount, String currency, String code, String category) {
        return """
                <cac:AllowanceCharge><cbc:ChargeIndicator>%s</cbc:ChargeIndicator>
                <cbc:AllowanceChargeReasonCode>%s</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>Text %s</cbc:AllowanceChargeReason>
                <cbc:Amount currencyID="%s">%s</cbc:Amount>%s</cac:AllowanceCharge>""".formatted(charge, code, code, currency, amount, category);
    }

    private static String category(String id, String percent, String element) {
        return "<cac:%s><cbc:ID>%s</cbc:ID>%s<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:%s>"
                .formatted(element, id, percent == null ? "" : "<cbc:Percent>" + percent + "</cbc:Percent>", element);
    }

    private void count(String category, String percent, BigDecimal net) {
        taxable.merge(category + " " + (percent == null ? "" : percent), net, BigDecimal::add);
    }

    Invoices prepaid(String amount) {
        prepaid = amount;
        return this;
    }

    Invoices rounding(String amount) {
        rounding = amount;
        return this;
    }

    Invoices with(String element) {
        extra += element;
        return this;
    }

    BigDecimal inclusive() {
        return lineSum.add(changeSum).add(tax());
    }

    private BigDecimal tax() {
        return taxable.entrySet().stream()
                .map(entry -> tax(entry.getKey(), entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal tax(String category, BigDecimal net) {
        String percent = category.substring(category.indexOf(' ') + 1);
        return net.multiply(new BigDecimal(percent.isEmpty() ? "0" : percent))
                .movePointLeft(2)
                .setScale(decimals, RoundingMode.HALF_UP);
    }

    String xml() {
        StringBuilder subtotals = new StringBuilder();
        taxable.forEach((category, net) -> {
            String[] parts = category.split(" ", 2);
            subtotals.append("""
                    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="%1$s">%2$s</cbc:TaxableAmount>
                    <cbc:TaxAmount currencyID="%1$s">%3$s</cbc:TaxAmount>%4$s</cac:TaxSubtotal>""".formatted(
                            currency,
                            net.toPlainString(),
                            tax(category, net).toPlainString(),
                            category(parts[0], parts[1].isEmpty() ? null : parts[1], "TaxCategory")));
        });
        BigDecimal exclusive = lineSum.add(changeSum);
        BigDecimal payable = inclusive().subtract(new BigDecimal(prepaid)).add(new BigDecimal(rounding));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <%1$s xmlns="urn:oasis:names:specification:ubl:schema:xsd:%1$s-2"
                  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                <cbc:ID>0088001</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate><cbc:%1$sTypeCode>%2$s</cbc:%1$sTypeCode>
                <cbc:DocumentCurrencyCode>%3$s</cbc:DocumentCurrencyCode>
                <cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID></cac:Party></cac:AccountingSupplierParty>
                <cac:AccountingCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>WEB-70066</cbc:ID></cac:PartyIdentification>
                <cac:PostalAddress><cbc:StreetName>Hemliga gatan 1</cbc:StreetName></cac:PostalAddress>
                <cac:Contact><cbc:Name>Alma Ek</cbc:Name></cac:Contact></cac:Party></cac:AccountingCustomerParty>
                %4$s%5$s
                <cac:TaxTotal><cbc:TaxAmount currencyID="%3$s">%6$s</cbc:TaxAmount>%7$s</cac:TaxTotal>
                <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="%3$s">%8$s</cbc:LineExtensionAmount>
                <cbc:TaxExclusiveAmount currencyID="%3$s">%9$s</cbc:TaxExclusiveAmount>
                <cbc:TaxInclusiveAmount currencyID="%3$s">%10$s</cbc:TaxInclusiveAmount>
                <cbc:PrepaidAmount currencyID="%3$s">%11$s</cbc:PrepaidAmount>
                <cbc:PayableRoundingAmount currencyID="%3$s">%12$s</cbc:PayableRoundingAmount>
                <cbc:PayableAmount currencyID="%3$s">%13$s</cbc:PayableAmount></cac:LegalMonetaryTotal>
                %14$s
                </%1$s>""".formatted(
                        root,
                        type,
                        currency,
                        extra,
                        String.join("\n", changes),
                        tax().toPlainString(),
                        subtotals,
                        lineSum.toPlainString(),
                        exclusive.toPlainString(),
                        inclusive().toPlainString(),
                        prepaid,
                        rounding,
                        payable.toPlainString(),
                        String.join("\n", lines));
    }
}
