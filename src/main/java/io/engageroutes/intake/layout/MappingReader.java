package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads from a layout what its columns mean. */
final class MappingReader {

    private final Section file;
    private final FieldReader fields;
    private final RecordTypes records;

    /** @param records the types of record, or null when all rows are alike */
    MappingReader(Section file, FieldReader fields, RecordTypes records) {
        this.file = file;
        this.fields = fields;
        this.records = records;
    }

    Mapping read() {
        Section receipt = file.section("receipt");
        Map<String, Field> names = new LinkedHashMap<>();
        for (String name : List.of("uniqueId", "receiptNumber", "storeId", "registerId", "sequence")) {
            put(names, name, fields.text(receipt, name));
        }
        boolean currencyOfStore = currencyOfStore(receipt);
        if (!currencyOfStore) {
            put(names, "currency", fields.text(receipt, "currency"));
        }
        for (String name : List.of("total", "taxTotal", "cashRounding", "exchangeRate")) {
            put(names, name, fields.number(receipt, name));
        }
        When when = WhenReader.read(file, receipt, fields);
        receipt.refuseUnknown();
        required(receipt, names, "receiptNumber", "storeId");
        if (!currencyOfStore) {
            required(receipt, names, "currency");
        }
        Kinds kinds = kinds();
        KeyReader keys = new KeyReader(file, names.containsKey("uniqueId"));
        PartReader parts = new PartReader(fields);
        Taxes taxes = Taxes.read(file.section("taxes"));
        LineReader lines = new LineReader(file, taxes.lineAdded());
        return new Mapping(
                names,
                currencyOfStore,
                when,
                keys.uniqueId(),
                listed(file, "contactKeys", section -> ContactReader.read(section, fields)),
                listed(file, "discounts", parts::discount),
                listed(file, "tenders", parts::tender),
                listed(file, "vouchersUsed", parts::voucher),
                listed(file, "promotionsUsed", parts::promotion),
                listed(file, "extraLines", section -> lines.extra(section, fields)),
                lines.read(
                        ofRecord(),
                        row("lineDiscountRow", RecordKind.LINE_DISCOUNT, PartReader::lineDiscount),
                        row("lineTaxRow", RecordKind.LINE_TAX, PartReader::lineTax)),
                row("tenderRow", Kinds.Kind.TENDER, kinds, PartReader::tender),
                row("discountRow", Kinds.Kind.DISCOUNT, kinds, PartReader::discount),
                row("taxRow", RecordKind.TAX, PartReader::tax),
                taxes,
                kinds,
                listed(file, "filters", KeyReader::filter),
                keys.postVoid(fields),
                file.text("paidBy", null),
                file.oneOf("blanks", Mapping.Blanks.class, Mapping.Blanks.DIFFER));
    }

    private boolean currencyOfStore(Section receipt) {
        if (receipt.isScalar("currency") || !receipt.section("currency").has("from")) {
            return false;
        }
        Section currency = receipt.section("currency");
        String from = currency.text("from", "");
        if (!from.equals("store-country")) {
            currency.fault(
                    "unknown-value",
                    "from",
                    from,
                    "store-country should stand here: the currency of the store's country");
        }
        currency.refuseUnknown();
        return true;
    }

    /** Columns of different records may have the same names. */
    private FieldReader ofRecord() {
        return records == null ? fields : fields.apart();
    }

    static void put(Map<String, Field> names, String name, Field field) {
        if (field != null) {
            names.put(name, field);
        }
    }

    static void required(Section section, Map<String, Field> names, String... needed) {
        for (String name : needed) {
            if (!names.containsKey(name)) {
                section.fault(
                        "missing-mapping",
                        name,
                        null,
                        "no receipt is complete without this: say its column, or a constant such as {constant: SEK}");
            }
        }
    }

    private Kinds kinds() {
        if (records != null && file.has("kinds")) {
            file.fault("unknown-key", "kinds", null, "with `records` each type says in `is` what its records are");
        }
        return new Kinds(fields.kinds(file, "kinds"));
    }

    private <T> T row(String key, Kinds.Kind kind, Kinds kinds, BiFunction<PartReader, Section, T> part) {
        boolean used = records == null
                ? kinds.field() != null && kinds.field().fixedValues().anyMatch(kind.word()::equals)
                : records.mayBe(kind);
        return row(key, used, kind.word(), part);
    }

    private <T> T row(String key, RecordKind kind, BiFunction<PartReader, Section, T> part) {
        return row(key, records != null && records.has(kind), kind.word(), part);
    }

    private <T> T row(String key, boolean used, String kind, BiFunction<PartReader, Section, T> part) {
        Section section = file.section(key);
        if (used != section.isPresent()) {
            file.fault(
                    "missing-mapping",
                    key,
                    null,
                    "this section should say what such a row means when `kinds` or `records` has a value for " + kind
                            + ", and only then");
        }
        if (!section.isPresent()) {
            return null;
        }
        T value = part.apply(new PartReader(ofRecord()), section);
        section.refuseUnknown();
        return value;
    }

    static <T> List<T> listed(Section section, String key, Function<Section, T> part) {
        List<T> parts = new ArrayList<>();
        for (Section each : section.sections(key)) {
            parts.add(part.apply(each));
            each.refuseUnknown();
        }
        return parts;
    }
}
