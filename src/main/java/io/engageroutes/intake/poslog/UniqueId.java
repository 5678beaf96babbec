package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.ProfileSection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes the business key from a template such as {@code {source}-{store}-{register}-{businessDate}-{sequence}}. */
final class UniqueId {

    /** What a template may name, in its own spelling. */
    enum Part {
        source,
        store,
        register,
        businessDate,
        sequence,
        receiptNumber
    }

    private static final String USUAL = "{source}-{store}-{register}-{businessDate}-{sequence}";

    private final List<Object> pieces;

    private UniqueId(List<Object> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static UniqueId read(ProfileSection root) {
        String template = root.text("uniqueId", USUAL);
        List<Object> pieces = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            pieces.add(template.substring(at, open));
            String name = template.substring(open + 1, close);
            try {
                pieces.add(Part.valueOf(name));
            } catch (IllegalArgumentException e) {
                root.fault("uniqueId", "{" + name + "}", "must be one of " + List.of(Part.values()) + " in braces");
            }
            at = close + 1;
        }
        pieces.add(template.substring(at));
        if (!pieces.contains(Part.sequence) && !pieces.contains(Part.receiptNumber)) {
            root.fault(
                    "uniqueId", template, "must have {sequence} or {receiptNumber}, else all receipts get the same id");
        }
        return new UniqueId(pieces);
    }

    /** The key; the first part that is missing makes it null and goes to {@code missing}. */
    String of(
            String source,
            String store,
            String register,
            LocalDate day,
            String sequence,
            String number,
            List<Part> missing) {
        StringBuilder id = new StringBuilder(64);
        for (Object piece : pieces) {
            if (!(piece instanceof Part part)) {
                id.append(piece);
                continue;
            }
            String value =
                    switch (part) {
                        case source -> source;
                        case store -> store;
                        case register -> register;
                        case businessDate -> day == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(day);
                        case sequence -> sequence;
                        case receiptNumber -> number;
                    };
            if (value == null) {
                missing.add(part);
            }
            id.append(value);
        }
        return missing.isEmpty() ? id.toString() : null;
    }
}
