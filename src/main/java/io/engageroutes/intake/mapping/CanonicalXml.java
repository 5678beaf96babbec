package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Fault;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical receipt as XML, published as {@code /schema/receipt.xsd}: the fields of {@code /schema/receipt.json} as elements, and
 * a list as an element with one element for each of its entries. Becomes the JSON tree that the canonical reading knows.
 */
final class CanonicalXml {

    /** Lists and the name of their entries; in a basket discount, lines are numbers. */
    static final Map<String, String> LISTS = Map.of(
            "contactKeys", "contactKey",
            "lines", "line",
            "discounts", "discount",
            "basketDiscounts", "basketDiscount",
            "tenders", "tender",
            "vouchersUsed", "voucher",
            "promotionsUsed", "promotion");

    private static final Set<String> WHOLE_NUMBERS = Set.of("number");
    private static final Set<String> FLAGS = Set.of("awardsBonus", "discountable", "voucher");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<Fault> faults = new ArrayList<>();

    /** A receipt as a JSON tree, and what is wrong with how it is written. */
    record Read(ObjectNode receipt, List<Fault> faults) {}

    private CanonicalXml() {}

    static Read read(Element receipt) {
        CanonicalXml xml = new CanonicalXml();
        return new Read(xml.object(receipt, ""), xml.faults);
    }

    private ObjectNode object(Element element, String path) {
        ObjectNode object = NODES.objectNode();
        refuseText(element, path);
        refuseAttributes(element, path);
        for (Element child = element.firstChild(); child != null; child = child.next()) {
            String place = path.isEmpty() ? child.name() : path + "." + child.name();
            if (object.has(child.name())) {
                faults.add(new Fault(
                        "duplicate-field",
                        place,
                        child.name(),
                        "an element may stand only once; send the one that counts"));
                continue;
            }
            JsonNode value = value(child, element.name(), place);
            if (value != null) {
                object.set(child.name(), value);
            }
        }
        return object;
    }

    private JsonNode value(Element element, String parent, String place) {
        String entry = LISTS.get(element.name());
        if (entry == null) {
            return leaf(element, element.name(), place);
        }
        boolean numbers = parent.equals("basketDiscount");
        return list(element, numbers ? "line" : entry, numbers ? "number" : entry, place);
    }

    private ArrayNode list(Element element, String entry, String as, String place) {
        ArrayNode list = NODES.arrayNode();
        refuseText(element, place);
        refuseAttributes(element, place);
        for (Element child = element.firstChild(); child != null; child = child.next()) {
            String at = place + "[" + list.size() + "]";
            if (!child.name().equals(entry)) {
                faults.add(new Fault(
                        "unknown-field",
                        at,
                        child.name(),
                        "only elements named " + entry + " may stand in " + element.name()));
                continue;
            }
            boolean text = as.equals("number") || element.name().equals("vouchersUsed");
            JsonNode value = text ? leaf(child, as.equals("number") ? as : "", at) : object(child, at);
            list.add(value == null ? NODES.textNode("") : value);
        }
        return list;
    }

    /** Null for an empty element, which is the same as none. */
    private JsonNode leaf(Element element, String name, String place) {
        refuseAttributes(element, place);
        if (element.firstChild() != null) {
            return name.startsWith("x-") ? null : object(element, place);
        }
        String text = element.text();
        if (text == null) {
            return null;
        }
        if (WHOLE_NUMBERS.contains(name) && text.matches("[0-9]{1,18}")) {
            return NODES.numberNode(new BigInteger(text));
        }
        if (FLAGS.contains(name) && Set.of("true", "false", "1", "0").contains(text)) {
            return NODES.booleanNode(text.equals("true") || text.equals("1"));
        }
        return NODES.textNode(text);
    }

    private void refuseText(Element element, String place) {
        if (element.hasText()) {
            faults.add(new Fault(
                    "unexpected-text",
                    place.isEmpty() ? element.name() : place,
                    null,
                    "only elements may stand in here, no text between them"));
        }
    }

    private void refuseAttributes(Element element, String place) {
        String[] attributes = element.attributes();
        for (int at = 0; at < attributes.length; at += 2) {
            // an instance may name its schema
            if (!attributes[at].equals("schemaLocation") && !attributes[at].equals("noNamespaceSchemaLocation")) {
                faults.add(new Fault(
                        "unknown-field",
                        (place.isEmpty() ? element.name() : place) + ".@" + attributes[at],
                        attributes[at],
                        "no such attribute: every field is an element"));
            }
        }
    }
}
