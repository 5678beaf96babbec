package io.engageroutes.cli;

import io.engageroutes.wiring.WorkbenchSettings;
import java.util.ArrayList;
import java.util.List;

/** Which settings a command worked with. */
final class Said {

    private Said() {}

    static List<String> settings(WorkbenchSettings settings) {
        int set = settings.origins().size();
        List<String> lines = new ArrayList<>(settings.notes());
        settings.origins()
                .forEach(setting ->
                        lines.add("Setting " + setting.name() + "=" + setting.value() + " from " + setting.from()));
        lines.add(set == 0 ? "All settings are as shipped." : "All other settings are as shipped.");
        return lines;
    }
}
