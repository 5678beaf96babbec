package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the tutorial's reader is told to type prints what the tutorial says. */
class TutorialTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatIsSaid() throws IOException {
        Tutorial tutorial = new Tutorial(folder);
        return Tutorial.steps().stream()
                .map(step -> DynamicTest.dynamicTest(
                        "line " + step.line() + ": " + step.command(),
                        // lines are wrapped by the length of the folder's name
                        () -> assertThat(tutorial.run(step)).isEqualToNormalizingWhitespace(step.output())));
    }

    @Test
    void itCoversTheCommandsOfTheWorkbench() throws IOException {
        assertThat(Tutorial.steps())
                .extracting(TutorialStep::command)
                .filteredOn(command -> command.startsWith("./engage-routes "))
                .extracting(command -> command.split(" ")[1])
                .contains("new", "check", "try", "test");
    }
}
