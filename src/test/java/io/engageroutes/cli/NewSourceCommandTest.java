package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewSourceCommandTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Path routes;
    private Path sample;

    @BeforeEach
    void routesAndASampleOfAnUnknownStore() throws IOException {
        routes = folder.resolve("routes");
        TryCommandTest.copy(Path.of("routes"), routes);
        String day = Files.readString(Path.of("routes/tests/till-csv/day/input.csv"), WINDOWS);
        sample = Files.writeString(folder.resolve("day.v2.csv"), day.replace("\n014;", "\n020;"), WINDOWS);
    }

    @Test
    void everythingAsOptionsMakesASourceWhoseTestPasses() throws IOException {
        Called called = with(
                "--name",
                "till-nord",
                "--format",
                "delimited",
                "--extends",
                "nordic-flat",
                "--from",
                "sftp",
                "--sample",
                sample.toString(),
                "--store",
                "020,Uppsala,Europe/Stockholm,SE,sv-SE");

        assertThat(called.errors()).isEmpty();
        assertThat(called.status()).isZero();
        assertThat(Files.readString(routes.resolve("layouts/till-nord.yaml"))).contains("extends: \"nordic-flat\"");
        assertThat(Files.readString(routes.resolve("data/stores.csv")))
                .endsWith("020;Uppsala;Europe/Stockholm;SE;sv-SE\n");
        assertThat(routes.resolve("tests/till-nord/sample/input.v2.csv")).hasSameBinaryContentAs(sample);
        assertThat(Called.with("test", "till-nord", "--routes", routes.toString())
                        .status())
                .isZero();
        assertThat(called.out()).contains("7 seen = 6 receipts").contains("create the folder till-nord");
    }

    @Test
    void withoutTheStoresItIsWrittenAndSaysWhichAreMissing() {
        Called called = with(
                "--name",
                "till-nord",
                "--format",
                "delimited",
                "--layout",
                "nordic-flat",
                "--from",
                "sftp",
                "--sample",
                sample.toString());

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).contains("store-zone-unknown").contains("with its zone: 020");
    }

    @Test
    void whatNoOptionSaysIsAskedForUntilTheAnswerIsRight() throws IOException {
        String answers = String.join(
                "\n",
                "Till Nord",
                "till-csv",
                "till-nord",
                "cvs",
                "delimited",
                "nordic-flat",
                "yes",
                "",
                "nowhere.csv",
                sample.toString(),
                "Uppsala",
                "Stockholm",
                "Europe/Stockholm",
                "",
                "");
        Called called = Called.answering(answers, "new", "source", "--routes", routes.toString());

        assertThat(called.out())
                .contains("must be kebab-case")
                .contains("there is a source 'till-csv' already")
                .contains("'cvs' is none of")
                .contains("there is no file nowhere.csv")
                .contains("is not a time zone");
        assertThat(called.status()).isZero();
        assertThat(Files.readString(routes.resolve("data/stores.csv"))).endsWith("020;Uppsala;Europe/Stockholm;SE;\n");
        assertThat(routes.resolve("sources/till-nord.camel.yaml")).exists();
    }

    @Test
    void anEndOfAnswersWritesNothing() throws IOException {
        TreeMap<Path, Long> before = sizes();
        Called called = Called.answering("till-nord\n", "new", "source", "--routes", routes.toString());

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).contains("nothing was written");
        assertThat(sizes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name till-csv --format json --from jms",
                "--name ../evil --format json --from jms",
                "--name Till --format json --from jms",
                "--name a--b --format json --from jms",
                "--name x --format nothing --from jms",
                "--name x --format delimited --from jms",
                "--name x --format delimited --layout nope --from jms",
                "--name x --format delimited --layout nordic-flat --extends nordic-flat --from jms",
                "--name x --format json --layout nordic-flat --from jms",
                "--name x --format json",
                "--name x --format json --from pigeon",
                "--name x --format json --from jms --sample nowhere.json",
                "--name x --format json --from jms --store 020",
                "--name x --format json --from jms --store 020,Uppsala,Stockholm",
                "--name x --format json --from jms --store 014,Again,Europe/Stockholm",
                "--name nordic-flat --format delimited --extends nordic-flat-apart --from sftp"
            })
    void aWrongWishIsStatus2AndWritesNothing(String options) throws IOException {
        TreeMap<Path, Long> before = sizes();
        Called called = with(options.split(" "));

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).isNotBlank().doesNotContain("unexpected").doesNotContain("Exception");
        assertThat(sizes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "jms", "http"})
    void everyWayInIsARouteThatIsFoundAgain(String way) {
        assertThat(with("--name", "pos-x", "--format", "poslog", "--extends", "poslog/wincor", "--from", way)
                        .status())
                .isZero();
        Called called = Called.with("try", "pom.xml", "--source", "pos-x", "--routes", routes.toString());
        assertThat(called.out()).contains("Source pos-x: poslog by poslog/pos-x");
    }

    private Called with(String... options) {
        List<String> all = new ArrayList<>(List.of("new", "source", "--routes", routes.toString()));
        all.addAll(List.of(options));
        return Called.with(all.toArray(String[]::new));
    }

    private TreeMap<Path, Long> sizes() throws IOException {
        TreeMap<Path, Long> sizes = new TreeMap<>();
        try (var files = Files.walk(routes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }
}
