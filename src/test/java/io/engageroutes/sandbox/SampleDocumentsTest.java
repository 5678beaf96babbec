package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDocumentsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/sandbox");

    private final SampleDocuments samples = new SampleDocuments();

    @TempDir
    Path folder;

    @Test
    void everyDocumentIsInTheIndexAndInTheReadme() throws Exception {
        String readme = Files.readString(RESOURCES.resolve("README.md"));
        List<String> indexed = Files.readAllLines(RESOURCES.resolve("index.txt"));
        assertThat(indexed).containsExactlyInAnyOrderElementsOf(documents(RESOURCES));
        assertThat(indexed).allSatisfy(document -> assertThat(readme)
                .contains("`" + Path.of(document).getFileName() + "`"));
    }

    private static List<String> documents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.matches("(till-\\w+|erp(-\\w+)?|shop)/.*"))
                    .toList();
        }
    }

    @Test
    void tillsFilesAreDroppedWholeAtTheFirstStartOnly() throws Exception {
        Path root = folder.resolve("sftp");
        assertThat(samples.dropOnce(root, folder)).isTrue();
        assertThat(documents(root))
                .containsExactlyInAnyOrderElementsOf(samples.tills().stream()
                        .map(document -> document.folder() + "/" + document.name())
                        .toList());
        for (SampleDocument document : samples.tills()) {
            Path file = root.resolve(document.folder()).resolve(document.name());
            assertThat(file).hasBinaryContent(document.content());
            Files.delete(file);
        }
        assertThat(samples.dropOnce(root, folder)).isFalse();
        assertThat(documents(root)).isEmpty();
    }

    @Test
    void everySourceHasDocuments() {
        assertThat(samples.tills())
                .extracting(SampleDocument::folder)
                .contains("till-extenda", "till-wincor", "till-csv", "till-json")
                .doesNotContain("erp", "shop");
        assertThat(samples.erp()).isNotEmpty();
        assertThat(samples.idocs()).isNotEmpty();
        assertThat(samples.invoices()).isNotEmpty();
        assertThat(samples.shop()).isNotEmpty();
    }

    @Test
    void everybodyInThemIsInvented() {
        Pattern email = Pattern.compile("[\\w.+-]+@([\\w.-]+)");
        for (SampleDocument document : new SampleDocuments().tills()) {
            Matcher found = email.matcher(new String(document.content(), StandardCharsets.ISO_8859_1));
            while (found.find()) {
                assertThat(found.group(1)).as(document.name()).isEqualTo("example.org");
            }
        }
    }
}
