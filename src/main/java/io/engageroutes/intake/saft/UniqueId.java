package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.ProfileSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the business key from a template such as {@code {source}-{company}-{store}-{register}-{transaction}}. */
final class UniqueId {

    static final List<String> PARTS =
            List.of("source", "company", "store", "register", "day", "transaction", "sequence", "number");

    private static final String USUAL = "{source}-{company}-{store}-{register}-{transaction}";

    /** Texts and names of parts in turn, beginning with a text. */
    private final List<String> pieces;

    private UniqueId(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static UniqueId read(ProfileSection root) {
        String template = root.text("uniqueId", USUAL);
        List<String> pieces = new ArrayList<>();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = template.substring(open + 1, close);
            if (!PARTS.contains(name)) {
                root.fault("uniqueId", "{" + name + "}", "must be one of " + PARTS + " in braces");
            }
            pieces.add(template.substring(at, open));
            pieces.add(name);
            at = close + 1;
        }
        pieces.add(template.substring(at));
        boolean tells = List.of("transaction", "sequence", "number").stream()
                .anyMatch(part -> template.contains("{" + part + "}"));
        if (!tells) {
            root.fault(
                    "uniqueId",
                    template,
                    "must have {transaction}, {sequence} or {number}, else all receipts get the same id");
        }
        return new UniqueId(pieces);
    }

    /** The key; null when a part that it needs has no value, whose name then goes to {@code missing}. */
    String of(Map<String, String> parts, List<String> missing) {
        StringBuilder id = new StringBuilder(64);
        for (int at = 0; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            String text = at % 2 == 0 ? piece : parts.get(piece);
            if (text == null) {
                missing.add(piece);
            }
            id.append(text);
        }
        return missing.isEmpty() ? id.toString() : null;
    }
}
