package io.engageroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.HandClock;
import io.engageroutes.check.Finding;
import io.engageroutes.editing.EditState.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks taken by hand, one after another, while somebody writes to the folder. */
class LiveRoutesTest {

    private static final String ROUTE = """
            - route:
                id: one
                from:
                  uri: direct:one
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: first
            """;

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> used = new ArrayList<>();
    private final FolderUser layouts = copy -> used.add(Files.readString(copy.resolve("layouts/till.yaml")));
    private LiveRoutes live;

    @BeforeEach
    void start() throws Exception {
        write("one.camel.yaml", ROUTE);
        write("layouts/till.yaml", "first");
        live = new LiveRoutes(folder, LiveRoutesTest::check, List.of(layouts), new HandClock());
        live.load(camel, new Gate(Duration.ofSeconds(1)), consumer -> {});
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        live.close();
    }

    /** Whoever writes "wrong" is wrong. */
    private static List<Finding> check(Path copy) {
        List<Finding> findings = new ArrayList<>();
        try {
            FolderState folder = FolderState.read(copy);
            for (String name : folder.names()) {
                if (folder.text(name).contains("wrong")) {
                    findings.add(new Finding(Path.of(name), 3, 5, "it is wrong", "write it right"));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return findings;
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(int times) throws InterruptedException {
        for (int look = 0; look < times; look++) {
            live.look();
        }
    }

    private String answer() {
        return camel.createProducerTemplate().requestBody("direct:one", "", String.class);
    }

    @Test
    void anEditCountsWhenItWasSeenTwice() throws Exception {
        write("one.camel.yaml", ROUTE.replace("first", "second"));
        look(1);
        assertThat(answer()).isEqualTo("first");
        look(1);
        assertThat(answer()).isEqualTo("second");
        assertThat(live.state().changed()).containsExactly("one");
    }

    @Test
    void aFileThatIsStillWrittenIsNotTaken() throws Exception {
        for (int part = 10; part < ROUTE.length(); part += 10) {
            write("one.camel.yaml", ROUTE.substring(0, part));
            look(1);
        }
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        assertThat(answer()).isEqualTo("first");
    }

    @Test
    void aFileThatIsAwayForAMomentIsNotDeleted() throws Exception {
        write("two.camel.yaml", ROUTE.replace("one", "two"));
        look(2);
        Route two = camel.getRoute("two");
        assertThat(two).isNotNull();
        Files.delete(folder.resolve("two.camel.yaml"));
        look(3);
        write("two.camel.yaml", ROUTE.replace("one", "two"));
        look(4);
        assertThat(camel.getRoute("two")).isSameAs(two);

        Files.delete(folder.resolve("two.camel.yaml"));
        look(4);
        assertThat(camel.getRoute("two")).isNull();
    }

    @Test
    void whatEditorsLeaveBesideAFileIsNoEdit() throws Exception {
        String before = live.state().version();
        for (String name : List.of(
                ".one.camel.yaml.swp",
                "one.camel.yaml~",
                "#one.camel.yaml#",
                "4913",
                ".#one.camel.yaml",
                ".git/x.yaml",
                "README.md")) {
            write(name, "wrong");
        }
        Files.createSymbolicLink(folder.resolve(".#two.camel.yaml"), Path.of("nobody@nowhere"));
        look(5);
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        assertThat(live.state().version()).isEqualTo(before);
    }

    @Test
    void aWrongEditChangesNothingAndIsSaidOnce() throws Exception {
        List<Stage> told = new ArrayList<>();
        live.onEdit(state -> told.add(state.stage()));
        write("one.camel.yaml", ROUTE.replace("first", "second"));
        write("layouts/till.yaml", "wrong");
        look(10);
        assertThat(live.state().findings())
                .extracting(Finding::toString)
                .containsExactly("layouts/till.yaml:3:5: it is wrong; write it right");
        assertThat(told).containsExactly(Stage.REFUSED);
        assertThat(answer()).isEqualTo("first");
        assertThat(used).containsExactly("first");

        write("layouts/till.yaml", "right");
        look(2);
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        assertThat(answer()).isEqualTo("second");
        assertThat(used).containsExactly("first", "right");
    }

    @Test
    void aWrongEditThatIsTakenBackIsForgotten() throws Exception {
        Route before = camel.getRoute("one");
        write("one.camel.yaml", "wrong");
        look(2);
        assertThat(live.state().stage()).isEqualTo(Stage.REFUSED);
        write("one.camel.yaml", ROUTE);
        look(1);
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        assertThat(live.state().findings()).isEmpty();
        assertThat(camel.getRoute("one")).isSameAs(before);
    }

    @Test
    void whatCamelRefusesIsPutBackWithLayoutsAndRoutes() throws Exception {
        write("layouts/till.yaml", "second");
        write("one.camel.yaml", ROUTE.replace("first", "second"));
        write("two.camel.yaml", ROUTE.replace("one", "two").replace("direct:two", "nosuchcomponent:two"));
        look(2);
        assertThat(live.state().stage()).isEqualTo(Stage.REFUSED);
        assertThat(live.state().findings().get(0).wrong()).contains("nosuchcomponent");
        assertThat(answer()).isEqualTo("first");
        assertThat(used).containsExactly("first", "second", "first");
        assertThat(camel.getRoutes()).hasSize(1);

        Files.delete(folder.resolve("two.camel.yaml"));
        look(2);
        assertThat(answer()).isEqualTo("second");
    }

    @Test
    void aFolderWithoutRoutesIsNeverTaken() throws Exception {
        Files.delete(folder.resolve("one.camel.yaml"));
        look(6);
        assertThat(live.state().stage()).isEqualTo(Stage.REFUSED);
        assertThat(answer()).isEqualTo("first");
    }

    @Test
    void aFolderThatIsGoneIsSaidAfterAWhile() throws Exception {
        Path aside = folder.resolveSibling("aside");
        Files.move(folder, aside);
        look(9);
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        look(1);
        assertThat(live.state().stage()).isEqualTo(Stage.REFUSED);
        Files.move(aside, folder);
        look(1);
        assertThat(live.state().stage()).isEqualTo(Stage.CURRENT);
        assertThat(answer()).isEqualTo("first");
    }

    @Test
    void aVersionSwappedByALinkIsAnEdit() throws Exception {
        Path mounted = Files.createDirectories(folder.resolveSibling("mounted-" + System.nanoTime()));
        for (String version : List.of("first", "second")) {
            Files.createDirectories(mounted.resolve(".." + version));
            Files.writeString(mounted.resolve(".." + version + "/one.camel.yaml"), ROUTE.replace("first", version));
        }
        Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..first"));
        Files.createSymbolicLink(mounted.resolve("one.camel.yaml"), Path.of("..data/one.camel.yaml"));
        FolderState before = FolderState.read(mounted);
        Files.delete(mounted.resolve("..data"));
        Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..second"));
        assertThat(before.names()).containsExactly("one.camel.yaml");
        assertThat(FolderState.read(mounted).namesUnlike(before)).containsExactly("one.camel.yaml");
    }

    @Test
    void theApplicationDoesNotStartWithAWrongFolder() {
        write("one.camel.yaml", "wrong");
        assertThatThrownBy(() -> new LiveRoutes(folder, LiveRoutesTest::check, List.of(layouts), new HandClock()))
                .isInstanceOf(WrongRoutes.class)
                .hasMessage("one.camel.yaml:3:5: it is wrong; write it right");
    }
}
