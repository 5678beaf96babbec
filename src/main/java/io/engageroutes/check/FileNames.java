package io.engageroutes.check;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Camel's loader takes a file by its name, and reads every dot in it as an extension. */
final class FileNames {

    private static final Set<String> OTHER_FOLDERS = Set.of("layouts", "data", "tests");

    private FileNames() {}

    static void check(List<FolderFile> files, Consumer<Finding> findings) {
        for (FolderFile file : files) {
            if (!OTHER_FOLDERS.contains(file.folder()) && file.name().matches(".*[.]ya?ml")) {
                String meant = meant(file);
                if (meant != null) {
                    findings.accept(
                            new Finding(file.path(), 0, 0, "a file of routes cannot be called " + file.name(), meant));
                }
            }
        }
    }

    private static String meant(FolderFile file) {
        String name = file.name();
        if (name.endsWith(".yml")) {
            return "end it in .camel.yaml; another ending is not loaded";
        }
        if (!file.isRoutes() && !file.isKamelet()) {
            return "end it in .camel.yaml, or a kamelet in .kamelet.yaml; another ending is not loaded";
        }
        String stem = name.replaceFirst("[.](camel|kamelet)[.]yaml$", "");
        if (stem.contains(".")) {
            return "have no other dot in the name than those of ." + (file.isRoutes() ? "camel" : "kamelet")
                    + ".yaml; with a second one the application does not start";
        }
        if (!stem.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return "use lower-case letters, digits and hyphens, such as till-nordkassa.camel.yaml";
        }
        return file.isKamelet() && !file.folder().equals("kamelets")
                ? "move it to kamelets/, kamelets are looked for nowhere else"
                : null;
    }
}
