package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads from a layout what its columns mean. */
final class MappingReader {

    private final Section file;
    private final FieldReader fields;

    MappingReader(Section file, FieldReader fields) {
        this.file = file;
        this.fields = fields;
    }

    Mapping read() {
        Section receipt = file.section("receipt");
        Map<String, Field> names = new LinkedHashMap<>();
        for (String name : List.of("uniqueId", "receiptNumber", "storeId", "registerId", "sequence", "currency")) {
            put(names, name, fields.text(receipt, name));
        }
        for (String name : List.of("total", "taxTotal", "cashRounding", "exchangeRate")) {
            put(names, name, fields.number(receipt, name));
        }
        When when = WhenReader.read(file, receipt, fields);
        receipt.refuseUnknown();
        required(receipt, names, "receiptNumber", "storeId", "currency");
        Kinds kinds = kinds();
        return new Mapping(
                names,
                when,
                uniqueId(names),
                listed(file, "contactKeys", section -> ContactReader.read(section, fields)),
                listed(file, "discounts", this::discount),
                listed(file, "tenders", this::tender),
                new LineReader(file, fields, this::discount).read(),
                row("tenderRow", Kinds.Kind.TENDER, kinds, this::tender),
                row("discountRow", Kinds.Kind.DISCOUNT, kinds, this::discount),
                kinds,
                listed(file, "filters", this::filter),
                file.oneOf("blanks", Mapping.Blanks.class, Mapping.Blanks.DIFFER));
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

    private UniqueId uniqueId(Map<String, Field> names) {
        String template = file.text("uniqueId", null);
        if ((template == null) == !names.containsKey("uniqueId")) {
            file.fault(
                    "missing-mapping",
                    "uniqueId",
                    template,
                    "either this should be a template such as {source}-{store}-{register}-{date}-{receipt}, or"
                            + " receipt.uniqueId a column: it is how a receipt that comes twice is known");
        }
        if (template == null) {
            return null;
        }
        UniqueId uniqueId = new UniqueId(template);
        List<String> unknown = new ArrayList<>(uniqueId.parts());
        unknown.removeAll(UniqueId.known());
        if (!unknown.isEmpty()
                || !uniqueId.parts().contains("receipt") && !uniqueId.parts().contains("sequence")) {
            file.fault(
                    "unknown-value",
                    "uniqueId",
                    template,
                    "its parts should be of {" + String.join("}, {", UniqueId.known())
                            + "}, and {receipt} or {sequence}" + " among them");
        }
        return uniqueId;
    }

    private DiscountFields discount(Section section) {
        Field amount = fields.number(section, "amount");
        if (amount == null) {
            section.fault("missing-mapping", "amount", null, "the column of the amount should stand here");
        }
        return new DiscountFields(
                fields.text(section, "type"),
                fields.text(section, "description"),
                amount,
                fields.text(section, "voucherId"));
    }

    private TenderFields tender(Section section) {
        Map<String, Field> names = new LinkedHashMap<>();
        put(names, "type", fields.text(section, "type"));
        put(names, "amount", fields.number(section, "amount"));
        required(section, names, "type", "amount");
        return new TenderFields(
                names.get("type"),
                fields.text(section, "description"),
                names.get("amount"),
                fields.flag(section, "voucher"),
                fields.text(section, "voucherId"));
    }

    private Filter filter(Section section) {
        Map<String, String> reasons = section.map("values");
        String column = section.text("column", null);
        if (column == null || reasons == null) {
            section.fault("missing-key", "", null, "`column` and `values`, such as {X: cancelled}, should stand here");
        }
        Map<String, String> known = reasons == null ? Map.of() : reasons;
        known.values().stream()
                .filter(reason -> !reason.matches("[a-z]+(-[a-z]+)*"))
                .forEach(reason -> section.fault(
                        "unknown-value",
                        "values",
                        reason,
                        "a reason is in small letters with hyphens, such as cancelled"));
        Field field = new Field("filters", column, null, null, null, null, null, false, false);
        return new Filter(field, known, Set.copyOf(section.texts("sales")));
    }

    private Kinds kinds() {
        return new Kinds(fields.kinds(file));
    }

    private <T> T row(String key, Kinds.Kind kind, Kinds kinds, Function<Section, T> part) {
        boolean used = kinds.field() != null && kinds.field().fixedValues().anyMatch(kind.word()::equals);
        Section section = file.section(key);
        if (used != section.isPresent()) {
            file.fault(
                    "missing-mapping",
                    key,
                    null,
                    "this section should say what such a row means when `kinds` has a value for " + kind.word()
                            + ", and only then");
        }
        if (!section.isPresent()) {
            return null;
        }
        T value = part.apply(section);
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
