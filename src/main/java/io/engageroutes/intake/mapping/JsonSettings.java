package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.json.PartRules;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.ProfileSection;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands beside a JSLT mapping, in {@code <name>.jslt.yaml}.
 *
 * @param parts what one part is, and what is left out of it
 * @param keep fields that may be kept in originals although their names look like staff or cards
 * @param values what the mapping may ask for as {@code $values}
 */
record JsonSettings(Charset encoding, PartRules parts, Set<String> keep, ObjectNode values) {

    /** Of a mapping without settings. */
    static final JsonSettings USUAL = new JsonSettings(
            StandardCharsets.UTF_8,
            new PartRules(List.of(), DropList.NONE, Set.of(), true),
            Set.of(),
            JsonNodeFactory.instance.objectNode());

    static JsonSettings read(ProfileSection file) {
        file.text("description", null);
        String each = file.text("each", "");
        if (!each.matches("([^.\\[\\]/]+([.][^.\\[\\]/]+)*)?")) {
            file.fault("each", each, "must be names of fields with points between them, such as response.orders");
        }
        List<String> keep = file.texts("keep");
        PartRules parts = new PartRules(
                each.isEmpty() ? List.of() : List.of(each.split("[.]")),
                new DropList(file.texts("drop", DropList::faultOf), keep),
                Set.copyOf(file.texts("embedded")),
                true);
        JsonSettings settings =
                new JsonSettings(encoding(file), parts, Set.copyOf(keep), values(MappingFiles.values(file)));
        file.end();
        return settings;
    }

    /** Each a text, or an array of texts. */
    private static ObjectNode values(Map<String, List<String>> named) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        named.forEach((key, texts) -> {
            if (texts.size() == 1) {
                values.put(key, texts.get(0));
            } else {
                texts.forEach(values.withArray(key)::add);
            }
        });
        return values;
    }

    private static Charset encoding(ProfileSection file) {
        String name = file.text("encoding", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            file.fault("encoding", name, "must be a charset such as UTF-8 or windows-1252");
            return StandardCharsets.UTF_8;
        }
    }
}
