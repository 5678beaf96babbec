package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What Engage checks of a receipt before it answers: all errors, not only the first. */
final class ReceiptCheck {

    private final List<String> errors = new ArrayList<>();

    private ReceiptCheck() {}

    /** The rules that a receipt breaks; none when it may be taken. */
    static List<String> errors(JsonNode receipt, boolean validateTotal) {
        if (!receipt.isObject()) {
            return List.of("the body must be one receipt, an object");
        }
        ReceiptCheck check = new ReceiptCheck();
        check.receipt(new Fields(receipt, "", check.errors), validateTotal);
        return check.errors;
    }

    private void receipt(Fields receipt, boolean validateTotal) {
        SharedRules.contact(receipt.object("contact"));
        receipt.text("uniqueReceiptId");
        receipt.text("receiptNumber");
        receipt.text("storeExternalId");
        SharedRules.time(receipt, "createdDate", receipt.text("createdDate"));
        SharedRules.currency(receipt, "currency");
        SharedRules.atLeastZero(
                receipt, "exchangeRateToGroupCurrency", receipt.numberIfAny("exchangeRateToGroupCurrency"));
        BigDecimal total = receipt.number("totalGrossPrice");
        payments(receipt, total);
        List<Fields> items = receipt.rows("items");
        if (items != null && items.isEmpty()) {
            receipt.error("items", "must have at least one row");
        }
        BigDecimal sum = items == null ? null : sum(items);
        if (validateTotal && total != null && sum != null && total.compareTo(sum) != 0) {
            receipt.error(
                    "totalGrossPrice", "is " + total.toPlainString() + ", but the items sum to " + sum.toPlainString());
        }
        receipt.rowsIfAny("usedBonusChecks").forEach(row -> row.text("checkNumber"));
        receipt.rowsIfAny("usedPromotions").forEach(row -> row.text("promotionId"));
        extraData(receipt);
    }

    private static void payments(Fields receipt, BigDecimal total) {
        List<Fields> payments = receipt.rows("paymentMethods");
        if (payments == null) {
            return;
        }
        // What a voucher pays in full leaves nothing to pay.
        if (payments.isEmpty() && total != null && total.signum() != 0) {
            receipt.error("paymentMethods", "must have at least one row");
        }
        for (Fields payment : payments) {
            payment.text("type");
            payment.number("value");
            extraData(payment);
        }
    }

    /** The signed sum of the items, or null when one of them cannot be read. */
    private static BigDecimal sum(List<Fields> items) {
        List<BigDecimal> amounts = items.stream().map(ReceiptCheck::item).toList();
        return amounts.stream().anyMatch(Objects::isNull)
                ? null
                : amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal item(Fields item) {
        String type = item.text("type");
        item.text("sku");
        item.text("articleNumber");
        item.text("articleName");
        BigDecimal quantity = item.number("quantity");
        BigDecimal gross = item.number("grossPaidPrice");
        BigDecimal tax = item.number("taxAmount");
        BigDecimal percent = item.number("taxPercent");
        // In the SDK, documented nowhere.
        if (!"ADJUSTMENT".equals(type)) {
            SharedRules.quantitySign(item, type, quantity);
        }
        SharedRules.atLeastZero(item, "grossPaidPrice", gross);
        SharedRules.atLeastZero(item, "taxAmount", tax);
        SharedRules.tax(item, gross, tax, percent);
        SharedRules.discounts(item);
        extraData(item);
        return gross == null || quantity == null ? null : gross.multiply(new BigDecimal(quantity.signum()));
    }

    private static void extraData(Fields owner) {
        owner.rowsIfAny("extraData").forEach(row -> row.text("name"));
    }
}
