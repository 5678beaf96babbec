package io.engageroutes.editing;

import io.engageroutes.check.Checker;
import io.engageroutes.check.Finding;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through a version of the folder before it is used; what cannot be checked is wrong. */
final class FolderCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FolderCheck.class);

    private final Checker checker;

    FolderCheck(Checker checker) {
        this.checker = checker;
    }

    /** @param copy where the files of this version are */
    List<Finding> findings(FolderState seen, Path copy) {
        if (seen.names().stream().noneMatch(name -> name.endsWith(".camel.yaml"))) {
            return List.of(onFolder("there is no file of routes"));
        }
        try {
            return checker.check(copy);
        } catch (RuntimeException e) {
            LOG.error("The check of routes itself failed", e);
            return List.of(onFolder("it could not be checked: " + e));
        }
    }

    /** About no file but the folder itself. */
    static Finding onFolder(String wrong) {
        return new Finding(Path.of(""), 0, 0, wrong, "look at the folder that intake.routes names");
    }
}
