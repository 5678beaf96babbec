package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Receipt;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Transactions that take back an earlier receipt.
 *
 * @param field the column that says so
 * @param values what stands there then
 * @param uniqueId the earlier receipt's unique id, or null
 * @param parts otherwise the parts of its unique id that differ from those of this transaction, by name
 */
record PostVoid(Field field, Set<String> values, Field uniqueId, Map<String, Field> parts) {

    static final String REASON = "post-void";

    boolean isOne(Cells cells) {
        return values.contains(cells.row().get(field.column()));
    }

    /** The earlier receipt's unique id, made as its own was; null after a fault. */
    String uniqueId(Cells cells, ReceiptFields fields) {
        if (uniqueId != null) {
            return cells.required(uniqueId);
        }
        Receipt own = fields.receipt(cells, fields.noParts());
        Map<String, String> instead = new HashMap<>();
        parts.forEach((name, field) -> instead.put(name, cells.required(field)));
        return cells.faults().isEmpty() ? fields.uniqueId(own, cells, instead) : null;
    }

    Stream<Field> fields() {
        return Stream.concat(Stream.of(field), uniqueId == null ? parts.values().stream() : Stream.of(uniqueId));
    }
}
