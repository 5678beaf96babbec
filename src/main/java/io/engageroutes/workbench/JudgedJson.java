package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What became of a transaction, as JSON. Contact keys are personal data and masked unless they are asked for. */
public final class JudgedJson {

    private static final int SHOWABLE = 6;

    private final boolean contacts;

    /** @param contacts whether contact keys are shown as they are */
    public JudgedJson(boolean contacts) {
        this.contacts = contacts;
    }

    /** In a few fields. */
    public ObjectNode brief(Judged judged) {
        ObjectNode node = Json.object();
        node.put("place", judged.place()).put("end", judged.end().word());
        text(node, "reason", judged.reason());
        if (judged.content() != null) {
            node.put("kind", judged.kind().field());
        }
        text(node, "uniqueId", judged.uniqueId());
        text(node, "receiptNumber", judged.receiptNumber());
        text(node, "action", judged.action());
        text(node, "voids", judged.voids());
        text(node, "contactOf", judged.contactOf());
        if (judged.priced() != null) {
            node.put("currency", judged.receipt().currency());
            node.put("total", judged.priced().total().toPlainString());
        }
        text(node, "note", judged.note());
        if (!judged.faults().isEmpty()) {
            faults(node, judged.faults(), true);
        }
        return node;
    }

    /** With the canonical receipt and what would be sent. */
    public ObjectNode full(Judged judged) {
        return content(brief(judged), judged);
    }

    /** What is the same on every day and every machine, to be compared: without texts that explain. */
    ObjectNode lasting(Judged judged) {
        ObjectNode node = Json.object();
        node.put("place", judged.place()).put("end", judged.end().word());
        text(node, "reason", judged.reason());
        text(node, "voids", judged.voids());
        text(node, "contactOf", judged.contactOf());
        if (judged.receipt() == null) {
            text(node, "receiptNumber", judged.receiptNumber());
        }
        if (!judged.faults().isEmpty()) {
            faults(node, judged.faults(), false);
        }
        return content(node, judged);
    }

    static ObjectNode fault(Fault fault, boolean explained) {
        ObjectNode node = Json.object();
        node.put("code", fault.code()).put("place", fault.place());
        text(node, "value", fault.value());
        if (explained) {
            node.put("rule", fault.rule());
        }
        return node;
    }

    private static void faults(ObjectNode node, List<Fault> faults, boolean explained) {
        ArrayNode all = node.putArray("faults");
        faults.forEach(fault -> all.add(fault(fault, explained)));
    }

    private ObjectNode content(ObjectNode node, Judged judged) {
        try {
            if (judged.receipt() != null) {
                node.set("receipt", masked(receipt(judged.receipt())));
            }
            if (judged.content() != null) {
                node.set(
                        judged.content().kind().field(),
                        masked(Json.read(judged.content().json())));
            }
            if (judged.sent() != null) {
                node.set("sent", masked(Json.read(judged.sent())));
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A faulty receipt may have an amount that has no plain form; its faults say so. */
    private static JsonNode receipt(Receipt receipt) throws IOException {
        try {
            return Json.read(ReceiptJson.bytes(receipt));
        } catch (UncheckedIOException amount) {
            return Json.object();
        }
    }

    private JsonNode masked(JsonNode node) {
        if (!contacts) {
            node.path("contactKeys").forEach(key -> mask(key, "value"));
            node.path("basket").path("contactKeys").forEach(key -> mask(key, "value"));
            JsonNode attributes = node.path("attributes");
            attributes.fieldNames().forEachRemaining(name -> mask(attributes, name));
            mask(node.path("contact"), "matchKey");
        }
        return node;
    }

    private static void mask(JsonNode holder, String field) {
        if (holder instanceof ObjectNode object && object.has(field)) {
            object.put(field, masked(object.path(field).asText()));
        }
    }

    /** Enough to see that the right column was read, too little to know who it is. */
    static String masked(String value) {
        return value.length() < SHOWABLE ? "***" : value.charAt(0) + "***" + value.charAt(value.length() - 1);
    }

    private static void text(ObjectNode node, String field, String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
