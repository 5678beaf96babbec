package io.engageroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One mistake made in a copy of the shipped routes, and what is to be said of it.
 *
 * @param name what was done wrong
 * @param file that is changed
 * @param before what stands there; null to write after its end, or a new file
 * @param after what is written instead; « stands where the finding is to point, nowhere for the whole file
 * @param words that the finding has
 * @param at the text at which it points instead of «; "line of " and a text for a whole line, "folder" for the file's folder
 * @param also a word of each further finding, for what the mistake makes wrong elsewhere
 */
record Mistake(
        String name, String file, String before, String after, List<String> words, String at, List<String> also) {

    private static final String MARK = "«";

    static Mistake of(String name, String file, String before, String after, String... words) {
        return new Mistake(name, file, before, after, List.of(words), null, List.of());
    }

    Mistake at(String text) {
        return new Mistake(name, file, before, after, words, text, also);
    }

    Mistake also(String word) {
        List<String> more = new ArrayList<>(also);
        more.add(word);
        return new Mistake(name, file, before, after, words, at, more);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Makes it, and says the finding that is expected of it; without words. */
    Finding make(Path routes) throws IOException {
        Path path = routes.resolve(file);
        String text = Files.exists(path) ? Files.readString(path) : "";
        int from = before == null ? text.length() : text.indexOf(before);
        assertThat(from).as("%s, to be changed in %s", before, file).isNotNegative();
        String rest = before == null ? "" : text.substring(from + before.length());
        String marked = text.substring(0, from) + after + rest;
        String changed = marked.replace(MARK, "");
        Files.createDirectories(path.getParent());
        Files.writeString(path, changed);
        if ("folder".equals(at)) {
            return new Finding(Path.of(file).getParent(), 0, 0, "", "");
        }
        if (at != null && at.startsWith("line of ")) {
            long before = changed.substring(0, changed.indexOf(at.substring(8)))
                    .lines()
                    .count();
            return new Finding(Path.of(file), (int) before + 1, 0, "", "");
        }
        int place = at == null ? marked.indexOf(MARK) : changed.indexOf(at);
        if (place < 0) {
            return new Finding(Path.of(file), 0, 0, "", "");
        }
        String until = (at == null ? marked : changed).substring(0, place);
        int line = (int) until.chars().filter(character -> character == '\n').count() + 1;
        return new Finding(Path.of(file), line, until.length() - until.lastIndexOf('\n'), "", "");
    }
}
