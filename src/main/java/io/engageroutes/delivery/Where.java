package io.engageroutes.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The conditions of a search; those without a value are left out, so that the database can use its indexes for the others. */
final class Where {

    private final StringBuilder sql = new StringBuilder(" where 1 = 1");
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition, with the value at each of its question marks, unless the value is null. */
    Where and(String condition, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            int marks = (int) condition.chars().filter(mark -> mark == '?').count();
            values.addAll(Collections.nCopies(marks, value));
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
