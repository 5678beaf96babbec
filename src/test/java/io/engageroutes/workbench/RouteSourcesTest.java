package io.engageroutes.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSourcesTest {

    @TempDir
    Path routes;

    @Test
    void allShippedSourcesAreFound() {
        RouteSources sources = RouteSources.in(Benches.ROUTES, name -> null);

        assertThat(sources.names()).contains("erp", "shop", "till-csv", "till-extenda", "till-json", "till-wincor");
        assertThat(sources.named("till-extenda"))
                .returns("poslog", SourceReading::format)
                .returns("poslog/extenda", SourceReading::layout)
                .returns(false, SourceReading::refuses);
        assertThat(sources.named("shop").refuses()).isTrue();
        assertThat(sources.named("erp").hasLayout()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- to: {uri: kamelet:queue-messages, parameters: {source: x, format: poslog, layout: poslog/y}}",
                "- to: {parameters: {layout: poslog/y, format: poslog, source: x}, uri: kamelet:queue-messages}",
                "- to: kamelet:queue-messages?source=x&format=poslog&layout=poslog/y",
                "- to: kamelet:queue-messages/to-receipts?source=x&format=poslog&layout=poslog%2Fy",
                "- to: {uri: 'kamelet:queue-messages?source=x&format=poslog', parameters: {layout: poslog/y}}",
                "- to: {uri: kamelet, parameters: {templateId: queue-messages, source: x, format: poslog, layout: poslog/y}}",
                "- toD: {uri: kamelet:queue-messages, parameters: {source: x, format: poslog, layout: poslog/y}}",
                "- kamelet: {name: queue-messages, parameters: {source: x, format: poslog, layout: poslog/y}}",
                "- kamelet: queue-messages?source=x&format=poslog&layout=poslog/y",
                "- choice: {when: [{simple: '${body}', steps: [{to: 'kamelet:queue-messages?source=x&format=poslog&layout=poslog/y'}]}]}",
                "- to: {uri: kamelet:queue-messages, parameters: {source: x, format: '{{f.x:poslog}}', layout: '{{l.x}}'}}"
            })
    void everyWayOfWritingItIsRead(String step) throws IOException {
        write("x", step);

        SourceReading reading =
                RouteSources.in(routes, Map.of("l.x", "poslog/y")::get).named("x");
        assertThat(reading)
                .isEqualTo(new SourceReading("x", "poslog", "poslog/y", false, routes.resolve("x.camel.yaml")));
    }

    @Test
    void aFileThatIsNoYamlHidesNoOtherAndIsNamed() throws IOException {
        write("x", "- to: kamelet:queue-messages?source=x&format=json");
        Files.writeString(routes.resolve("broken.camel.yaml"), "- route: {from: [\n");

        RouteSources sources = RouteSources.in(routes, name -> null);
        assertThat(sources.names()).containsExactly("x");
        assertThatThrownBy(() -> sources.named("y"))
                .isInstanceOf(CannotTry.class)
                .hasMessageContaining("there are x")
                .hasMessageContaining("broken.camel.yaml");
    }

    @Test
    void twoWaysToReadOneSourceAreNotGuessed() throws IOException {
        write("x", "- to: kamelet:queue-messages?source=x&format=json");
        write("z", "- to: kamelet:queue-messages?source=x&format=delimited&layout=a");

        RouteSources sources = RouteSources.in(routes, name -> null);
        assertThatThrownBy(() -> sources.named("x"))
                .hasMessageContaining("--format")
                .hasMessageContaining("z.camel.yaml");
    }

    @Test
    void otherKameletsAndSimilarNamesAreNone() throws IOException {
        write("x", "- to: kamelet:queue-messages-later?source=x&format=json");
        write("y", "- log: 'kamelet:queue-messages?source=y&format=json'");

        assertThat(RouteSources.in(routes, name -> null).names()).isEmpty();
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThatThrownBy(() -> RouteSources.in(routes.resolve("no"), name -> null))
                .isInstanceOf(CannotTry.class)
                .hasMessageContaining("--routes");
    }

    private void write(String name, String step) throws IOException {
        Files.writeString(
                routes.resolve(name + ".camel.yaml"),
                "- route:\n    id: " + name + "\n    from:\n      uri: direct:" + name + "\n      steps:\n        "
                        + step + "\n");
    }
}
