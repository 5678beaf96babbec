package io.engageroutes.intake.mapping;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.XmlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The elements of a document that are handed on one by one. */
final class XmlParts {

    private final XmlDocument document;
    private final List<List<String>> each;
    private final List<String> header;
    private final Map<String, Element> around = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private boolean found;
    private String place;
    private boolean holder;
    private boolean empty = true;

    /**
     * @param each paths of names; an element whose own name and those around it end in one of them is a part
     * @param header names of elements that are kept for the parts behind them
     */
    XmlParts(XmlDocument document, List<List<String>> each, List<String> header) {
        this.document = document;
        this.each = each;
        this.header = header;
    }

    /** The next part, or null at the proper end of the document. */
    Element next() {
        for (String name = document.nextStart(); name != null; name = document.nextStart()) {
            int depth = document.depth();
            names.subList(Math.min(depth, names.size()), names.size()).clear();
            names.add(name);
            empty &= depth == 0;
            if (each.stream().anyMatch(this::endsIn)) {
                found = true;
                place = document.place();
                return document.element();
            }
            holder |= each.stream().anyMatch(path -> path.size() > 1 && endsIn(path.subList(0, path.size() - 1)));
            if (header.contains(name)) {
                around.put(name, document.element());
            }
        }
        if (!found && !holder && !empty) {
            throw document.broken(
                    "part-missing",
                    null,
                    "nowhere in the document is an element " + paths()
                            + ", which `each` in the mapping's settings says is one transaction; see that the document is"
                            + " what this source is meant for");
        }
        return null;
    }

    /** Where the part just read begins. */
    String place() {
        return place;
    }

    private boolean endsIn(List<String> path) {
        int from = names.size() - path.size();
        return from >= 0 && names.subList(from, names.size()).equals(path);
    }

    private String paths() {
        return String.join(
                " or ", each.stream().map(path -> String.join("/", path)).toList());
    }

    /** The elements named as header that stand before the part, the last one of each name. */
    List<Element> around() {
        return List.copyOf(around.values());
    }
}
