package io.engageroutes.intake.layout;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fields of a line, each null when the layout has not got it.
 *
 * @param amount the line's amount, or the price of one when {@code computed}
 * @param computed whether the amount is the quantity times the price of one
 * @param afterDiscounts whether the line's own discounts are off the amount already
 */
record LineColumns(
        Field number,
        Field type,
        Field kind,
        Field sku,
        Field articleNumber,
        Field articleName,
        Field articleGroup,
        Field quantity,
        Field unitPrice,
        Field amount,
        Field taxPercent,
        Field taxAmount,
        Field awardsBonus,
        Field discountable,
        Field taxable,
        boolean computed,
        boolean afterDiscounts) {

    /** @param fields by their names in a layout */
    static LineColumns of(Map<String, Field> fields) {
        Field after = fields.get("gross");
        Field written = after == null ? fields.get("grossBeforeDiscounts") : after;
        return new LineColumns(
                fields.get("number"),
                fields.get("type"),
                fields.get("kind"),
                fields.get("sku"),
                fields.get("articleNumber"),
                fields.get("articleName"),
                fields.get("articleGroup"),
                fields.get("quantity"),
                fields.get("unitPrice"),
                written == null ? fields.get("unitPrice") : written,
                fields.get("taxPercent"),
                fields.get("taxAmount"),
                fields.get("awardsBonus"),
                fields.get("discountable"),
                fields.get("taxable"),
                written == null,
                after != null);
    }

    Stream<Field> all() {
        return Stream.of(
                        number,
                        type,
                        kind,
                        sku,
                        articleNumber,
                        articleName,
                        articleGroup,
                        quantity,
                        unitPrice,
                        amount,
                        taxPercent,
                        taxAmount,
                        awardsBonus,
                        discountable,
                        taxable)
                .filter(Objects::nonNull);
    }
}
