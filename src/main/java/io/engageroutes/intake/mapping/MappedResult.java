package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.json.MessageMapping;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes transactions of what a mapping yields: a canonical message, a non-sale, a rejection, or an array of these. */
final class MappedResult {

    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,9}");

    /** What JSLT makes of a field that is not there when it joins it to a text. */
    private static final Pattern NOTHING = Pattern.compile("(?<![A-Za-z0-9])null(?![A-Za-z0-9])");

    private static final String SEEN = "seen";

    private final MessageMapping messages;
    private final String fileName;

    MappedResult(MessageMapping messages, String fileName) {
        this.messages = messages;
        this.fileName = fileName;
    }

    /**
     * The transactions, at least one: a part is never lost silently.
     *
     * @param place of the part in its document
     * @param original makes the text of the part to keep
     */
    List<Transaction> transactions(JsonNode yielded, String place, Supplier<String> original) {
        if (!yielded.isArray() || yielded.isEmpty()) {
            return List.of(transaction(yielded, place, original));
        }
        List<Transaction> transactions = new ArrayList<>();
        yielded.forEach(each -> transactions.add(transaction(each, place, original)));
        return transactions;
    }

    /**
     * The same of canonical XML: {@code receipt}, {@code nonSale} with a reason as text, {@code rejected} with what is wrong as text
     * or as elements {@code code}, {@code place}, {@code value} and {@code rule}, or {@code receipts} with any of these.
     */
    List<Transaction> transactions(Element yielded, String place, Supplier<String> original) {
        if (!yielded.name().equals("receipts") || yielded.firstChild() == null) {
            return List.of(transaction(yielded, place, original));
        }
        List<Transaction> transactions = new ArrayList<>();
        for (Element each = yielded.firstChild(); each != null; each = each.next()) {
            transactions.add(transaction(each, place, original));
        }
        return transactions;
    }

    private Transaction transaction(Element yielded, String place, Supplier<String> original) {
        if (yielded.name().equals("receipt")) {
            CanonicalXml.Read read = CanonicalXml.read(yielded);
            return read.receipt().isEmpty() && read.faults().isEmpty()
                    ? transaction(read.receipt(), place, original)
                    : messages.transaction(read.receipt(), read.faults(), place, original);
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (yielded.name().equals("nonSale")) {
            result.put("nonSale", yielded.text());
            if (yielded.attribute("voids") != null) {
                result.put("voids", yielded.attribute("voids"));
            }
        } else if (yielded.name().equals("rejected")) {
            if (yielded.firstChild() == null) {
                result.put("rejected", yielded.text());
            } else {
                ObjectNode fault = result.putObject("rejected");
                for (Element part = yielded.firstChild(); part != null; part = part.next()) {
                    fault.put(part.name(), part.text());
                }
            }
        }
        return transaction(result, place, original);
    }

    private Transaction transaction(JsonNode yielded, String place, Supplier<String> original) {
        if (!(yielded instanceof ObjectNode object) || object.isEmpty()) {
            return rejected(
                    List.of(fault(
                            "mapping-yields-nothing",
                            "the mapping makes nothing of this part: it should yield a receipt, {\"nonSale\": \"reason\"} or"
                                    + " {\"rejected\": \"what is wrong\"}")),
                    place,
                    null,
                    original);
        }
        if (object.has(SEEN)) {
            String number = object.get(SEEN).asText();
            return new Transaction.Numbered(transaction(object.without(SEEN), place, original), number);
        }
        if (object.has("nonSale")) {
            return nonSale(object, place, original);
        }
        if (object.has("rejected")) {
            JsonNode number = object.path("receiptNumber");
            return rejected(ownFaults(object.get("rejected")), place, number.textValue(), original);
        }
        List<Fault> faults = new ArrayList<>();
        findDoubles(object, "", faults);
        demandWholeId("uniqueId", object, faults);
        demandWholeId("contactOf", object, faults);
        demandWholeId("orderId", object.path("order"), faults);
        demandWholeId("id", object.path("order").path("action"), faults);
        return messages.transaction(object, faults, place, original);
    }

    private Transaction nonSale(ObjectNode object, String place, Supplier<String> original) {
        JsonNode reason = object.get("nonSale");
        JsonNode voids = object.path("voids");
        boolean known = Set.of("nonSale", "voids").containsAll(names(object));
        boolean right = reason.isTextual()
                && REASON.matcher(reason.textValue()).matches()
                && (voids.isMissingNode() || voids.isTextual());
        if (right && known) {
            return new Transaction.NonSale(reason.textValue(), place, voids.textValue());
        }
        return rejected(
                List.of(fault(
                        "mapping-wrong-result",
                        "a non-sale has only nonSale, a reason in small letters and hyphens such as cancelled-order, and voids,"
                                + " the unique id of the receipt that it takes back")),
                place,
                null,
                original);
    }

    /** Faults in the mapping's own words: a text, an object, or several of them. */
    private List<Fault> ownFaults(JsonNode rejected) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode each :
                rejected instanceof ArrayNode several && !several.isEmpty() ? several : List.of(rejected)) {
            String code = each.path("code").asText("");
            faults.add(
                    each.isTextual()
                            ? new Fault("rejected-by-mapping", fileName, null, each.textValue())
                            : new Fault(
                                    REASON.matcher(code).matches() ? code : "rejected-by-mapping",
                                    each.path("place").asText(fileName),
                                    each.path("value").isValueNode()
                                            ? each.path("value").asText(null)
                                            : null,
                                    each.path("rule").asText("the mapping rejects this part and does not say why")));
        }
        return faults;
    }

    /** Receipts with the same id are one receipt, so those that lack what tells them apart would be lost but for the first. */
    private static void demandWholeId(String field, JsonNode holder, List<Fault> faults) {
        String id = holder.path(field).asText();
        if (NOTHING.matcher(id).find()) {
            faults.add(new Fault(
                    "unique-id-incomplete",
                    field,
                    id,
                    "null stands in it for a field that is not there: make it of fields that every transaction has, or let the mapping"
                            + " reject those without"));
        }
    }

    private static void findDoubles(JsonNode node, String path, List<Fault> faults) {
        if (node.isDouble() || node.isFloat()) {
            faults.add(new Fault(
                    "binary-fraction",
                    path,
                    node.asText(),
                    "the mapping computed this with + - * / on decimals, which loses cents: use add, subtract, multiply and"
                            + " divide"));
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            findDoubles(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), faults);
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            findDoubles(node.get(at), path + "[" + at + "]", faults);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Fault fault(String code, String rule) {
        return new Fault(code, fileName, null, rule);
    }

    static Transaction rejected(List<Fault> faults, String place, String receiptNumber, Supplier<String> original) {
        return new Transaction.Rejected(faults, place, receiptNumber, original.get());
    }
}
