package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return new Commands()
                .printingTo(new PrintWriter(out), new PrintWriter(errors))
                .run(arguments);
    }

    private void mistaken() throws IOException {
        Path shipped = Path.of("routes");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path each : all.toList()) {
                Path target = folder.resolve(shipped.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        Path file = folder.resolve("sources/till-csv.camel.yaml");
        Files.writeString(file, Files.readString(file).replace("layout: nordic-flat", "layuot: nordic-flat"));
    }

    @Test
    void theShippedRoutesAreGood() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is wrong." + System.lineSeparator());
    }

    @Test
    void aMistakeIsPrintedAsCompilersDo() throws IOException {
        mistaken();

        assertThat(run("check", "--routes", folder.toString())).isEqualTo(1);
        String file = folder + "/sources/till-csv.camel.yaml";
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        file + ":15:23: the format 'delimited' needs a layout; add `layout`; there are")
                                .contains("`nordic-flat`")
                                .doesNotContain("poslog/", "saft/", "ubl/", "idoc/", ".jslt", ".xslt"),
                        line -> assertThat(line)
                                .isEqualTo(file
                                        + ":16:15: `layuot` is no parameter of queue-messages; did you mean `layout`?"),
                        line -> assertThat(line).isEqualTo("Wrong: 2 places in 1 file."));
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void asJsonItIsAnArrayOfFindings() throws IOException {
        mistaken();

        assertThat(run("check", "--json", "--routes", folder.toString())).isEqualTo(1);
        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings).hasSize(2);
        assertThat(findings.get(1).path("file").asText()).isEqualTo("sources/till-csv.camel.yaml");
        assertThat(findings.get(1).path("line").asInt()).isEqualTo(16);
        assertThat(findings.get(1).path("column").asInt()).isEqualTo(15);
        assertThat(findings.get(1).path("meant").asText()).isEqualTo("did you mean `layout`?");
    }

    @Test
    void withoutFindingsTheArrayIsEmpty() throws IOException {
        assertThat(run("check", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString())).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThat(run("check", "--routes", "no/such/folder")).isEqualTo(2);
        assertThat(errors.toString()).contains("there is no folder no/such/folder", "--routes");
    }
}
