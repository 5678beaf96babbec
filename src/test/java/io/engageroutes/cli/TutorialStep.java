package io.engageroutes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the tutorial, with what it is said to print.
 *
 * @param line where it stands
 * @param document what a here-document gives it; null for none
 */
record TutorialStep(int line, String command, String document, String output) {

    private static final String COMMAND = "$ ";
    private static final Pattern HERE = Pattern.compile("(.*) <<'(\\w+)'");

    /** Those in the blocks {@code console}; what needs the running sandbox is marked {@code by-hand}. */
    static List<TutorialStep> in(Path file) throws IOException {
        List<TutorialStep> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        boolean inside = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith(COMMAND)) {
                int first = at + 1;
                Matcher here = HERE.matcher(line.substring(COMMAND.length()));
                StringBuilder document = new StringBuilder();
                if (here.matches()) {
                    while (!lines.get(++at).equals(here.group(2))) {
                        document.append(lines.get(at)).append('\n');
                    }
                }
                StringBuilder output = new StringBuilder();
                while (!lines.get(at + 1).startsWith(COMMAND)
                        && !lines.get(at + 1).startsWith("```")) {
                    output.append(lines.get(++at)).append('\n');
                }
                steps.add(
                        here.matches()
                                ? new TutorialStep(first, here.group(1), document.toString(), output.toString())
                                : new TutorialStep(first, line.substring(2), null, output.toString()));
            }
        }
        return steps;
    }
}
