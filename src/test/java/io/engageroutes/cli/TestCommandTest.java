package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @TempDir
    Path folder;

    private String routes;
    private Path expected;

    @BeforeEach
    void aCopyOfTheRoutes() throws IOException {
        Path copy = folder.resolve("routes");
        TryCommandTest.copy(Path.of("routes"), copy);
        routes = copy.toString();
        expected = copy.resolve("tests/till-csv/day/expected.json");
    }

    @Test
    void asExpectedIsStatus0() {
        Called called = Called.with("test", "till-csv", "--routes", routes);

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("ok      till-csv/day").contains("2 ok, 0 failed");
    }

    @Test
    void aDifferenceIsStatus1WithItsReceiptAndField() throws IOException {
        Files.writeString(
                expected, Files.readString(expected).replace("\"gross\": \"399.00\"", "\"gross\": \"398.00\""));
        Called called = Called.with("test", "till-csv/day", "--routes", routes);

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("FAILED  till-csv/day")
                .contains("till-csv-014-7-20261103-000871")
                .contains("lines[0].gross 398.00 -> 399.00");
    }

    @Test
    void aPlaceThatMovedIsADifferenceToo() throws IOException {
        Files.writeString(expected, Files.readString(expected).replace("lines 2 to 3", "lines 2 to 4"));

        assertThat(Called.with("test", "till-csv/day", "--routes", routes).out())
                .contains("place lines 2 to 4 -> lines 2 to 3");
    }

    @Test
    void updateWritesWhatCameOutAndNothingElse() throws IOException {
        String before = Files.readString(expected);
        Files.writeString(expected, before.replace("SALE", "RETURN"));
        Called called = Called.with("test", "till-csv", "--update", "--routes", routes);

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("1 written, 1 as they were");
        assertThat(Files.readString(expected)).isEqualTo(before);
    }

    @Test
    void aTestWithoutExpectationFailsAndSaysWhatToDo() throws IOException {
        Files.delete(expected);
        Called called = Called.with("test", "till-csv/day", "--routes", routes);

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).contains("--update");
    }

    @Test
    void aTestWithoutADocumentOrSourceFailsAndHidesNoOther() throws IOException {
        Files.createDirectories(folder.resolve("routes/tests/till-csv/empty"));
        Files.createDirectories(folder.resolve("routes/tests/nobody/case"));
        Called called = Called.with("test", "--routes", routes);

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("FAILED  nobody/case")
                .contains("FAILED  till-csv/empty")
                .contains("ok      till-csv/day");
    }

    @Test
    void anExpectationThatIsNoJsonIsSaid() throws IOException {
        Files.writeString(expected, "{");

        assertThat(Called.with("test", "till-csv/day", "--routes", routes).out())
                .contains("is no JSON");
    }

    @Test
    void storesBesideACaseReplaceTheRegister() throws IOException {
        Path stores = folder.resolve("routes/data/stores.csv");
        Files.copy(stores, folder.resolve("routes/tests/till-csv/stores.csv"));
        Files.writeString(stores, "id;name;zone;country;language\n");

        assertThat(Called.with("test", "till-csv", "--routes", routes).status()).isZero();
        assertThat(Called.with("test", "till-wincor", "--routes", routes).status())
                .isEqualTo(1);
    }

    @Test
    void aSourceWithoutATestIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("routes/sources/new.camel.yaml"),
                "- route: {id: n, from: {uri: 'direct:n', steps: [{to: 'kamelet:queue-messages?source=new-one&format=json'}]}}");

        assertThat(Called.with("test", "--routes", routes).out())
                .contains("Without a test: ")
                .contains("new-one");
    }

    @Test
    void anUnknownTestIsStatus2AndNamesThoseThatThereAre() {
        Called called = Called.with("test", "till-csv/nope", "--routes", routes);

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).contains("till-csv/nope").contains("till-csv/day");
    }
}
