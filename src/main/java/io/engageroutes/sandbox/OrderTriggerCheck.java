package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Engage checks of an order of version 2: all errors, not only the first. */
final class OrderTriggerCheck {

    private final Fields order;
    private final OrderTriggerSettings settings;
    private BigDecimal itemsTotal = BigDecimal.ZERO;
    private BigDecimal itemsTax = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal payments = BigDecimal.ZERO;

    private OrderTriggerCheck(Fields order, OrderTriggerSettings settings) {
        this.order = order;
        this.settings = settings;
    }

    /** The rules that an order breaks; none when it may be taken. */
    static List<String> errors(JsonNode order, OrderTriggerSettings settings) {
        if (!order.isObject()) {
            throw new Nonsense("the body must be one order, an object");
        }
        OrderTriggerCheck check = new OrderTriggerCheck(new Fields(order, "", new ArrayList<>()), settings);
        check.order();
        return check.order.errors();
    }

    private void order() {
        SharedRules.contact(order.object("contact"));
        order.text("orderNumber");
        configured("orderStatus", settings.orderStatuses());
        configured("paymentStatus", settings.paymentStatuses());
        SharedRules.time(order, "createdDate", order.text("createdDate"));
        for (String name : List.of("shippingDate", "statusChangedDate")) {
            SharedRules.time(order, name, order.textIfAny(name));
        }
        order.text("storeId");
        order.textIfAny("language");
        SharedRules.currency(order, "currency");
        String rate = "exchangeRateToGroupCurrency";
        SharedRules.atLeastZero(order, rate, order.numberIfAny(rate));
        for (String name : List.of("totalDiscounts", "totalOriginalPrice", "totalItemsPrice", "totalNetPrice")) {
            order.numberIfAny(name);
        }
        extraData(order);
        order.rowsIfAny("taxDetails");
        List<Fields> items = order.rows("items");
        if (items != null && items.isEmpty()) {
            order.error("items", "must have at least one row");
        }
        if (items != null) {
            items.forEach(this::item);
        }
        fees();
        payments();
        sums(order.number("totalGrossPrice"), order.numberIfAny("totalTax"));
    }

    private void configured(String name, Set<String> values) {
        String value = order.text(name);
        if (value != null && !values.isEmpty() && !values.contains(value)) {
            order.error(name, "is none of the configured values");
        }
    }

    private void item(Fields item) {
        String type = item.text("type");
        item.text("sku");
        item.text("description");
        BigDecimal quantity = item.number("quantity");
        BigDecimal gross = item.number("grossPaidPrice");
        BigDecimal tax = item.numberIfAny("taxAmount");
        for (String name : List.of("grossPaidPricePerUnit", "totalDiscount", "originalPrice", "originalPricePerUnit")) {
            item.numberIfAny(name);
        }
        item.textIfAny("imageUrl");
        item.textIfAny("targetUrl");
        extraData(item);
        SharedRules.quantitySign(item, type, quantity);
        SharedRules.atLeastZero(item, "grossPaidPrice", gross);
        SharedRules.tax(item, gross, tax, item.numberIfAny("taxPercent"));
        SharedRules.discounts(item);
        if (quantity == null) {
            return;
        }
        if ("RETURN".equals(type) && tax != null && tax.signum() * quantity.signum() > 0) {
            item.error("taxAmount", "x quantity must be negative for a RETURN");
        }
        itemsTotal = itemsTotal.add(signed(gross, quantity));
        itemsTax = itemsTax.add(signed(tax, quantity));
    }

    private static BigDecimal signed(BigDecimal amount, BigDecimal quantity) {
        return amount == null ? BigDecimal.ZERO : amount.multiply(new BigDecimal(quantity.signum()));
    }

    private static void extraData(Fields owner) {
        if (owner.object().hasNonNull("extraData")) {
            owner.object("extraData");
        }
    }

    private void fees() {
        for (String name : List.of("freightFee", "handlingFee", "totalRoundOff")) {
            Fields fee = order.object().hasNonNull(name) ? order.object(name) : null;
            if (fee != null) {
                fees = fees.add(orZero(fee.number("value")));
                fee.numberIfAny("tax");
                fee.numberIfAny("taxPercent");
            }
        }
    }

    private void payments() {
        for (Fields payment : order.rowsIfAny("paymentMethods")) {
            payments = payments.add(orZero(payment.number("value")));
        }
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** The three checks that a tenant may have on; they say nothing of amounts that could not be read. */
    private void sums(BigDecimal total, BigDecimal tax) {
        if (!order.errors().isEmpty()) {
            return;
        }
        if (settings.validateTax() && tax != null && tax.compareTo(itemsTax) != 0) {
            order.error("totalTax", differs(tax, "the taxes of the items", itemsTax));
        }
        if (settings.validateTotal() && total.compareTo(itemsTotal.add(fees)) != 0) {
            order.error("totalGrossPrice", differs(total, "items and fees", itemsTotal.add(fees)));
        }
        if (settings.validatePayments() && total.compareTo(payments) != 0) {
            order.error("totalGrossPrice", differs(total, "the payments", payments));
        }
    }

    private static String differs(BigDecimal given, String what, BigDecimal sum) {
        return "is " + given.toPlainString() + ", but " + what + " sum to " + sum.toPlainString();
    }
}
