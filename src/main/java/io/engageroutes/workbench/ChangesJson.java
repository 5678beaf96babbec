package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What differs between two versions, as one JSON object. */
public final class ChangesJson {

    private ChangesJson() {}

    public static ObjectNode of(String source, List<Comparison.Change> changes) {
        ObjectNode node = Json.object();
        node.put("source", source);
        ArrayNode all = node.putArray("changes");
        for (Comparison.Change change : changes) {
            ObjectNode one = all.addObject();
            one.put("kind", change.kind().word())
                    .put("document", change.document())
                    .put("place", change.place())
                    .put("uniqueId", change.uniqueId());
            ArrayNode differences = one.putArray("differences");
            change.differences().forEach(difference -> differences
                    .addObject()
                    .put("path", difference.path())
                    .put("before", difference.before())
                    .put("now", difference.now()));
        }
        return node;
    }
}
