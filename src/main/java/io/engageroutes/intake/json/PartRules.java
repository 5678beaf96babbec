package io.engageroutes.intake.json;

import io.engageroutes.intake.xml.DropList;
import java.util.List;
import java.util.Set;

/**
 * What the parts of a JSON document are that are handed on one by one.
 *
 * @param each names of the fields, from the outside to the inside, below which the parts stand; empty when the document's own
 *     values are the parts. Arrays on the way are gone through; an object that lacks the next field is a part itself
 * @param dropped fields that are left out while reading, also in embedded texts
 * @param embedded fields whose text is JSON in itself, to be read like the rest
 * @param numbers true when numbers become numbers, exactly; false when they keep the text they were written in
 */
public record PartRules(List<String> each, DropList dropped, Set<String> embedded, boolean numbers) {

    /** Whole values, as canonical receipts are. */
    static final PartRules WHOLE = new PartRules(List.of(), DropList.NONE, Set.of(), false);

    public PartRules {
        each = List.copyOf(each);
        embedded = Set.copyOf(embedded);
    }

    boolean drops(String field, String parent) {
        return dropped.dropsElement(field, parent);
    }
}
