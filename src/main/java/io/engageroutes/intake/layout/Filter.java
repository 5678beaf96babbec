package io.engageroutes.intake.layout;

import java.util.Map;
import java.util.Set;

/**
 * What in a column says that there was never a sale.
 *
 * @param field the column
 * @param reasons what stands there to the reason, in kebab case
 * @param sales what stands there on a sale; empty when anything else is one
 */
record Filter(Field field, Map<String, String> reasons, Set<String> sales) {

    /** The reason, or null for a sale. */
    String reason(Cells cells) {
        String value = cells.row().get(field.column());
        String reason = reasons.get(value);
        if (reason == null && !sales.isEmpty() && !sales.contains(value)) {
            cells.fault(
                    field,
                    "unknown-value",
                    value,
                    "for a sale one of " + String.join(", ", sales) + " should stand here, for none one of "
                            + String.join(", ", reasons.keySet()) + "; if this value is right, add it to the layout");
        }
        return reason;
    }
}
