package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What Engage checks of a receipt before it answers: all errors, not only the first. */
final class ReceiptCheck {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Set<String> KEY_TYPES = Set.of(
            "contactid",
            "email",
            "mobilephone",
            "membernumber",
            "externalid",
            "socialsecuritynumber",
            "cardid",
            "membernumberwithcardnumberasfallback");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

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
        contact(receipt.object("contact"));
        receipt.text("uniqueReceiptId");
        receipt.text("receiptNumber");
        receipt.text("storeExternalId");
        createdDate(receipt);
        String currency = receipt.text("currency");
        if (currency != null && !CURRENCIES.contains(currency)) {
            receipt.error("currency", "must be an ISO 4217 code");
        }
        atLeastZero(receipt, "exchangeRateToGroupCurrency", receipt.numberIfAny("exchangeRateToGroupCurrency"));
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

    private static void contact(Fields contact) {
        if (contact == null) {
            return;
        }
        contact.text("matchKey");
        String type = contact.text("matchKeyType");
        if (type != null && !KEY_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            contact.error("matchKeyType", "must be one of Engage's match key types");
        }
        contact.textIfAny("contactType");
    }

    private static void createdDate(Fields receipt) {
        String date = receipt.text("createdDate");
        try {
            if (date != null) {
                OffsetDateTime.parse(date);
            }
        } catch (DateTimeException e) {
            receipt.error("createdDate", "must be an ISO 8601 time with offset");
        }
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
        quantitySign(item, type, quantity);
        atLeastZero(item, "grossPaidPrice", gross);
        atLeastZero(item, "taxAmount", tax);
        if (atLeastZero(item, "taxPercent", percent) && gross != null && tax != null) {
            BigDecimal net = gross.multiply(HUNDRED).divide(HUNDRED.add(percent), MathContext.DECIMAL128);
            BigDecimal due = gross.subtract(net);
            if (due.subtract(tax).abs().compareTo(CENT) > 0) {
                item.error("taxAmount", "must be grossPaidPrice - grossPaidPrice / (1 + taxPercent / 100)");
            }
        }
        for (Fields discount : item.rowsIfAny("discounts")) {
            BigDecimal value = discount.number("value");
            if (value != null && value.signum() >= 0) {
                discount.error("value", "must be negative");
            }
        }
        extraData(item);
        return gross == null || quantity == null ? null : gross.multiply(new BigDecimal(quantity.signum()));
    }

    private static void quantitySign(Fields item, String type, BigDecimal quantity) {
        if (type == null || quantity == null) {
            return;
        }
        switch (type) {
            case "PURCHASE" -> {
                if (quantity.signum() <= 0) {
                    item.error("quantity", "must be above zero for a PURCHASE");
                }
            }
            case "RETURN" -> {
                if (quantity.signum() >= 0) {
                    item.error("quantity", "must be below zero for a RETURN");
                }
            }
            case "ADJUSTMENT" -> {} // In the SDK, documented nowhere.
            default -> item.error("type", "must be PURCHASE or RETURN");
        }
    }

    private static void extraData(Fields owner) {
        owner.rowsIfAny("extraData").forEach(row -> row.text("name"));
    }

    private static boolean atLeastZero(Fields fields, String name, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            fields.error(name, "must not be negative");
        }
        return value != null && value.signum() >= 0;
    }
}
