package io.engageroutes.intake.mapping;

import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.ProfileSection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands beside an XSLT mapping, in {@code <name>.xslt.yaml}.
 *
 * @param each paths of names that one part ends in
 * @param header elements before the parts that the mapping is given too
 * @param dropped what is left out while reading
 * @param keep elements that may be kept in originals although their names look like staff or cards
 * @param limits how large one part may be
 * @param values what the mapping may ask for as parameters
 */
record XmlSettings(
        List<List<String>> each,
        List<String> header,
        DropList dropped,
        Set<String> keep,
        Limits limits,
        Map<String, List<String>> values) {

    static XmlSettings read(ProfileSection file) {
        file.text("description", null);
        List<String> each = file.texts("each", XmlSettings::faultOfPath);
        if (each.isEmpty()) {
            file.fault("each", null, "must say which element is one transaction, such as Receipt or Receipts/Receipt");
        }
        List<String> keep = file.texts("keep");
        XmlSettings settings = new XmlSettings(
                each.stream().map(path -> List.of(path.split("/"))).toList(),
                file.texts("header", XmlSettings::faultOfPath),
                new DropList(file.texts("drop", DropList::faultOf), keep),
                Set.copyOf(keep),
                Limits.read(file.section("limits")),
                MappingFiles.values(file));
        file.end();
        return settings;
    }

    private static String faultOfPath(String path) {
        return path.matches("[\\w.-]+(/[\\w.-]+)*") ? null : "write Name or Parent/Name, without prefixes";
    }
}
