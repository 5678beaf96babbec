package io.engageroutes.intake.layout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns mean.
 *
 * @param receipt the fields of the receipt itself, by canonical name; every row of a receipt repeats their columns
 * @param when its time
 * @param uniqueId how its business key is made; null when a field has it
 * @param contacts columns that tell who bought
 * @param discounts basket discounts that every row repeats
 * @param tenders payments that every row repeats
 * @param line the fields of a line
 * @param tenderRow the fields of a row that is a payment, or null
 * @param discountRow the fields of a row that is a basket discount, or null
 * @param kinds what the rows are
 * @param filters what is no sale
 * @param blanks what a blank means in a column that the receipt's other rows fill
 */
record Mapping(
        Map<String, Field> receipt,
        When when,
        UniqueId uniqueId,
        List<ContactFields> contacts,
        List<DiscountFields> discounts,
        List<TenderFields> tenders,
        LineFields line,
        TenderFields tenderRow,
        DiscountFields discountRow,
        Kinds kinds,
        List<Filter> filters,
        Blanks blanks) {

    enum Blanks {
        /** a blank is a value like any other, so the rows contradict each other */
        DIFFER,
        /** a blank repeats what the other rows say */
        REPEAT
    }

    /** The fields that must be equal on all rows of a receipt. */
    List<Field> repeated() {
        Stream<Field> parts = Stream.of(
                        receipt.values().stream(),
                        Stream.of(when.date(), when.time(), when.dateTime(), when.businessDate()),
                        contacts.stream().map(ContactFields::field),
                        discounts.stream().flatMap(DiscountFields::fields),
                        tenders.stream().flatMap(TenderFields::fields),
                        filters.stream().map(Filter::field))
                .flatMap(each -> each);
        return parts.filter(field -> field != null && field.column() != null).toList();
    }

    /** Every column that is read. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        Stream.of(
                        repeated().stream(),
                        line.all(),
                        tenderRow == null ? Stream.<Field>of() : tenderRow.fields(),
                        discountRow == null ? Stream.<Field>of() : discountRow.fields(),
                        Stream.of(kinds.field()))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .map(Field::column)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        return columns;
    }
}
