package io.engageroutes.intake.layout;

import io.engageroutes.intake.IdTemplate;
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
 * @param currencyOfStore whether the currency is that of the store's country
 * @param when its time
 * @param uniqueId how its business key is made; null when a field has it
 * @param contacts columns that tell who bought
 * @param discounts basket discounts that every row repeats
 * @param tenders payments that every row repeats
 * @param vouchers numbers of used vouchers that every row repeats
 * @param promotions used promotions that every row repeats
 * @param extraLines lines in columns that every row repeats, such as freight
 * @param line the fields of a line
 * @param tenderRow the fields of a row that is a payment, or null
 * @param discountRow the fields of a row that is a basket discount, or null
 * @param taxRow the fields of a record of the receipt's VAT, or null
 * @param taxes where VAT is on top
 * @param kinds what the rows are
 * @param filters what is no sale
 * @param postVoid what takes back an earlier receipt, or null
 * @param paidBy the tender of a receipt that does not say how it was paid, or null
 * @param blanks what a blank means in a column that the receipt's other rows fill
 */
record Mapping(
        Map<String, Field> receipt,
        boolean currencyOfStore,
        When when,
        IdTemplate uniqueId,
        List<ContactFields> contacts,
        List<DiscountFields> discounts,
        List<TenderFields> tenders,
        List<VoucherFields> vouchers,
        List<PromotionFields> promotions,
        List<LineFields> extraLines,
        LineFields line,
        TenderFields tenderRow,
        DiscountFields discountRow,
        TaxFields taxRow,
        Taxes taxes,
        Kinds kinds,
        List<Filter> filters,
        PostVoid postVoid,
        String paidBy,
        Blanks blanks) {

    enum Blanks {
        /** a blank is a value like any other, so the rows contradict each other */
        DIFFER,
        /** a blank repeats what the other rows say */
        REPEAT
    }

    /** The fields of the receipt itself, which must be equal on all rows that have them. */
    List<Field> repeated() {
        Stream<Field> parts = Stream.of(
                        receipt.values().stream(),
                        when.fields(),
                        contacts.stream().map(ContactFields::field),
                        discounts.stream().flatMap(DiscountFields::fields),
                        tenders.stream().flatMap(TenderFields::fields),
                        vouchers.stream().map(VoucherFields::column),
                        promotions.stream().flatMap(PromotionFields::fields),
                        extraLines.stream().flatMap(LineFields::all),
                        postVoid == null ? Stream.<Field>of() : postVoid.fields(),
                        filters.stream().map(Filter::field))
                .flatMap(each -> each);
        return parts.filter(field -> field != null && field.column() != null).toList();
    }

    /** Every column that is read of a file whose rows are alike. */
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
                .flatMap(Field::columns)
                .forEach(columns::add);
        return columns;
    }
}
