package io.engageroutes.intake.layout;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column that may tell who bought.
 *
 * @param field the column
 * @param types what a value that looks like this is; the first pattern that fits the whole value counts
 */
record ContactFields(Field field, Map<Pattern, ContactKeyType> types) {

    /** The first column that has a value says it; nobody when none has. */
    static List<ContactKey> first(List<ContactFields> columns, Cells cells) {
        for (ContactFields column : columns) {
            String value = cells.text(column.field);
            if (value != null) {
                ContactKeyType type = column.type(value);
                if (type == null) {
                    column.unknown(cells, value);
                    return List.of();
                }
                return List.of(new ContactKey(type, value));
            }
        }
        return List.of();
    }

    private ContactKeyType type(String value) {
        for (Map.Entry<Pattern, ContactKeyType> each : types.entrySet()) {
            if (each.getKey().matcher(value).matches()) {
                return each.getValue();
            }
        }
        return null;
    }

    private void unknown(Cells cells, String value) {
        String known = types.values().stream().distinct().map(Enum::name).collect(Collectors.joining(", "));
        cells.fault(
                field,
                "unknown-contact-key",
                value,
                "a contact key should stand here that looks like one of: " + known
                        + "; if it is one, add its pattern to the layout's contactKeys");
    }
}
