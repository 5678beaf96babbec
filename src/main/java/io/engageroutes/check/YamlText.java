package io.engageroutes.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML as Camel does, and says what is not well-formed. */
final class YamlText {

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final Path file;
    private final String text;
    private final Consumer<Finding> findings;

    private YamlText(Path file, String text, Consumer<Finding> findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /** Null when there is nothing that can be looked at further; what is wrong was said then. */
    static Part read(Path file, String text, Consumer<Finding> findings) {
        return new YamlText(file, text, findings).read();
    }

    private Part read() {
        try {
            List<Node> documents = new ArrayList<>();
            new Compose(SETTINGS).composeAllFromString(text).forEach(documents::add);
            if (documents.size() != 1) {
                say(
                        documents.isEmpty()
                                ? Optional.empty()
                                : documents.get(1).getStartMark(),
                        documents.isEmpty() ? "the file holds nothing" : "a second YAML document begins here",
                        documents.isEmpty()
                                ? "write something into it, or delete it"
                                : "one file is one document; take out the line with ---");
                return null;
            }
            if (refersToItself()) {
                return null;
            }
            Part root = Part.root(file, documents.get(0));
            keysOnce(root);
            return root;
        } catch (ReaderException character) {
            say(
                    Optional.empty(),
                    String.format("the character U+%04X may not stand in YAML", character.getCodePoint()),
                    "delete it, it is not visible in most editors");
        } catch (MarkedYamlEngineException e) {
            broken(e);
        } catch (YamlEngineException e) {
            say(Optional.empty(), "is not well-formed YAML: " + firstLine(e.getMessage()), "mend the place named");
        }
        return null;
    }

    /** Aliases are refused: the visual editor writes them out, and one in a circle has no end. */
    private boolean refersToItself() {
        if (text.indexOf('*') < 0) {
            return false;
        }
        Set<Event> aliases = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof AliasEvent alias) {
                aliases.add(alias);
                say(
                        alias.getStartMark(),
                        "'*" + alias.getAlias() + "' refers to another place of the file",
                        "write out what it stands for; in quotes if a text beginning with * is meant");
            }
        }
        return !aliases.isEmpty();
    }

    private void keysOnce(Part part) {
        Map<String, Part> seen = new HashMap<>();
        for (Part.Entry entry : part.entries()) {
            String name = entry.key().text();
            if (name == null) {
                findings.accept(entry.key().wrong("a key is no plain text", "write a name before the colon"));
            } else {
                Part before = seen.putIfAbsent(name, entry.key());
                if (before != null) {
                    findings.accept(entry.key()
                            .wrong(
                                    "`" + name + "` stands here twice, first in line " + before.line(),
                                    "keep one of the two; only one would count"));
                }
            }
            keysOnce(entry.value());
        }
        part.items().forEach(this::keysOnce);
    }

    private void broken(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        String problem = firstLine(e.getProblem());
        if (problem.contains("'\\t(TAB)'") || problem.contains("\\t")) {
            say(mark, "a tab stands here", "YAML is indented by spaces only; replace the tab by spaces");
        } else if (problem.contains("mapping values are not allowed")) {
            say(
                    mark,
                    "a second colon stands on this line, or the line is indented too far",
                    "put a text with ': ' in it into quotes, and line up keys of one group");
        } else if (problem.contains("expected <block end>")) {
            say(
                    mark,
                    "the indentation does not fit what is above",
                    "line up keys of one group, and hyphens of one list");
        } else if (problem.contains("found unexpected end of stream")) {
            say(mark, "a text in quotes has no end", "close the quote that was opened before");
        } else {
            say(
                    mark,
                    "is not well-formed YAML: " + problem,
                    e.getContext() == null || e.getContext().isBlank()
                            ? "mend the YAML here or just above"
                            : "it was found " + firstLine(e.getContext()) + "; mend the YAML here or just above");
        }
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").strip();
    }

    private void say(Optional<Mark> mark, String wrong, String meant) {
        int line = mark.map(Mark::getLine).orElse(-1) + 1;
        int column = mark.map(Mark::getColumn).orElse(-1) + 1;
        findings.accept(new Finding(file, line, column, wrong, meant));
    }
}
