package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.List;

/** Reads the canonical fields of one row; whatever is wrong is added to the faults, with its line and column. */
record Cells(Row row, List<Fault> faults) {

    /** The field's value, or null when it is blank, not mapped or wrong. */
    String text(Field field) {
        if (field == null) {
            return null;
        }
        if (field.constant() != null) {
            return field.constant();
        }
        String value = written(field);
        if (value.isEmpty() && (field.values() == null || !field.values().containsKey(""))) {
            return field.blank();
        }
        if (field.values() == null) {
            return value;
        }
        String meaning = field.values().getOrDefault(value, field.otherwise());
        if (meaning == null) {
            fault(
                    field,
                    "unknown-value",
                    value,
                    "one of " + String.join(", ", field.values().keySet()) + " should stand here for " + field.name()
                            + "; if this value is right, add to the layout what it means");
        }
        return meaning;
    }

    private String written(Field field) {
        String value = row.get(field.column());
        if (value.isEmpty()) {
            for (String other : field.orElse()) {
                value = row.get(other);
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        return value;
    }

    /** The same, and a fault when the column is blank. */
    String required(Field field) {
        int before = faults.size();
        String text = text(field);
        if (text == null && faults.size() == before) {
            missing(field);
        }
        return text;
    }

    BigDecimal number(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        // what the layout itself says was checked when it was read
        BigDecimal number = field.isFixed() || text == field.blank()
                ? new BigDecimal(text)
                : field.numbers().parse(text);
        if (number == null) {
            fault(
                    field,
                    "not-a-number",
                    text,
                    "a number such as " + field.numbers().example() + " should stand here for " + field.name()
                            + "; if it is written as agreed, correct `numbers` in the layout");
            return null;
        }
        return field.negate() != isNegative(field) ? number.negate() : number;
    }

    private boolean isNegative(Field field) {
        SignColumn sign = field.sign();
        if (sign == null) {
            return false;
        }
        String text = row.get(sign.column());
        boolean negative = sign.negative().contains(text);
        if (!negative && !sign.positive().contains(text)) {
            faults.add(new Fault(
                    "unknown-value",
                    row.place(sign.column()),
                    text,
                    "one of " + sign.positive() + " for plus or " + sign.negative()
                            + " for minus should stand here, the sign" + " of " + field.name()
                            + "; if this value is right, add it to the layout"));
        }
        return negative;
    }

    BigDecimal requiredNumber(Field field) {
        int before = faults.size();
        BigDecimal number = number(field);
        if (number == null && faults.size() == before) {
            missing(field);
        }
        return number;
    }

    Boolean flag(Field field) {
        String text = text(field);
        return text == null ? null : Boolean.valueOf(text);
    }

    void fault(Field field, String code, String value, String rule) {
        faults.add(new Fault(code, row.place(field.column()), field.personal() ? "(not shown)" : value, rule));
    }

    private void missing(Field field) {
        fault(
                field,
                "missing-value",
                null,
                "a value should stand here for " + field.name()
                        + "; if blank has a meaning, say it in the layout as `blank`");
    }
}
