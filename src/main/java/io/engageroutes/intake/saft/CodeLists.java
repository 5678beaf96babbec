package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.ProfileSection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads lists of codes from a layout. */
final class CodeLists {

    private CodeLists() {}

    static Set<String> codes(ProfileSection section, String key) {
        return Set.copyOf(section.texts(key));
    }

    /** Of a group whose keys are meanings with lists of codes: the meaning of each code; one that has two is a fault. */
    static Map<String, String> meanings(ProfileSection group) {
        Map<String, String> meanings = new HashMap<>();
        group.everyKey()
                .forEach((meaning, codes) -> codes.forEach(code -> {
                    String before = meanings.put(code, meaning);
                    if (before != null && !before.equals(meaning)) {
                        group.fault(meaning, code, "stands under " + before + " too; leave it in one list");
                    }
                }));
        return Map.copyOf(meanings);
    }

    /** Of a group whose keys are values in the document: what each is called elsewhere. */
    static Map<String, String> table(ProfileSection group) {
        Map<String, String> table = new LinkedHashMap<>();
        group.everyKey().forEach((key, values) -> {
            if (values.size() == 1 && !values.get(0).isBlank()) {
                table.put(key, values.get(0));
            } else {
                group.fault(key, List.copyOf(values).toString(), "must be one text");
            }
        });
        return Map.copyOf(table);
    }
}
