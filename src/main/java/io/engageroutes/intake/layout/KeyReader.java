package io.engageroutes.intake.layout;

import io.engageroutes.intake.IdTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from a layout how a receipt is known again, and what is none or takes one back. */
final class KeyReader {

    private final Section file;
    private final boolean inColumn;

    /** @param inColumn whether a column has the unique id */
    KeyReader(Section file, boolean inColumn) {
        this.file = file;
        this.inColumn = inColumn;
    }

    IdTemplate uniqueId() {
        String template = file.text("uniqueId", null);
        if ((template == null) == !inColumn) {
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
        IdTemplate uniqueId = IdTemplate.of(template);
        List<String> unknown = new ArrayList<>(uniqueId.parts());
        unknown.removeAll(IdParts.known());
        if (!unknown.isEmpty()
                || !uniqueId.parts().contains("receipt") && !uniqueId.parts().contains("sequence")) {
            file.fault(
                    "unknown-value",
                    "uniqueId",
                    template,
                    "its parts should be of {" + String.join("}, {", IdParts.known()) + "}, and {receipt} or {sequence}"
                            + " among them");
        }
        return uniqueId;
    }

    static Filter filter(Section section) {
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
        return new Filter(Field.of("filters", column, null, false), known, Set.copyOf(section.texts("sales")));
    }

    PostVoid postVoid(FieldReader fields) {
        Section section = file.section("postVoid");
        if (!section.isPresent()) {
            return null;
        }
        String column = section.text("column", null);
        Set<String> values = Set.copyOf(section.texts("values"));
        Field uniqueId = fields.text(section, "uniqueId");
        Map<String, Field> parts = new LinkedHashMap<>();
        IdParts.known().forEach(part -> MappingReader.put(parts, part, fields.text(section, part)));
        if (column == null || values.isEmpty() || (uniqueId == null) == parts.isEmpty()) {
            section.fault(
                    "missing-key",
                    "",
                    null,
                    "`column` and `values`, which say what a post-void is, should stand here, and either `uniqueId` or the parts"
                            + " of the unique id that the voided receipt has otherwise: " + IdParts.known());
        }
        if (uniqueId == null && inColumn) {
            section.fault(
                    "missing-key", "uniqueId", null, "the column of the voided receipt's unique id should stand here");
        }
        section.refuseUnknown();
        return new PostVoid(Field.of("postVoid", column, null, false), values, uniqueId, parts);
    }
}
