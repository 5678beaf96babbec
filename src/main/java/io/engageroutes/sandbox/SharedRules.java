package io.engageroutes.sandbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that Engage has for receipts and for orders alike. */
final class SharedRules {

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

    private SharedRules() {}

    /** Checks a match key; nothing when there is no contact, which is noted before. */
    static void contact(Fields contact) {
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

    /** Checks a time; null stands for one that is not there. */
    static void time(Fields fields, String name, String time) {
        try {
            if (time != null) {
                OffsetDateTime.parse(time);
            }
        } catch (DateTimeException e) {
            fields.error(name, "must be an ISO 8601 time with offset");
        }
    }

    static void currency(Fields fields, String name) {
        String currency = fields.text(name);
        if (currency != null && !CURRENCIES.contains(currency)) {
            fields.error(name, "must be an ISO 4217 code");
        }
    }

    /** Checks that a line is bought with a quantity above zero or brought back with one below. */
    static void quantitySign(Fields item, String type, BigDecimal quantity) {
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
            default -> item.error("type", "must be PURCHASE or RETURN");
        }
    }

    /** Checks that a line's tax is what its price includes, give or take a cent. */
    static void tax(Fields item, BigDecimal gross, BigDecimal tax, BigDecimal percent) {
        if (atLeastZero(item, "taxPercent", percent) && gross != null && tax != null) {
            BigDecimal net = gross.multiply(HUNDRED).divide(HUNDRED.add(percent), MathContext.DECIMAL128);
            BigDecimal due = gross.subtract(net);
            if (due.subtract(tax).abs().compareTo(CENT) > 0) {
                item.error("taxAmount", "must be grossPaidPrice - grossPaidPrice / (1 + taxPercent / 100)");
            }
        }
    }

    static void discounts(Fields item) {
        for (Fields discount : item.rowsIfAny("discounts")) {
            BigDecimal value = discount.number("value");
            if (value != null && value.signum() >= 0) {
                discount.error("value", "must be negative");
            }
        }
    }

    /** Whether a value is there and not negative; a negative one is noted. */
    static boolean atLeastZero(Fields fields, String name, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            fields.error(name, "must not be negative");
        }
        return value != null && value.signum() >= 0;
    }
}
