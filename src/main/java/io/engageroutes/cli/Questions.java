package io.engageroutes.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Asks on a terminal for what no option said; without a terminal it says which option is missing. */
final class Questions {

    private final BufferedReader answers;
    private final PrintWriter out;

    private Questions(BufferedReader answers, PrintWriter out) {
        this.answers = answers;
        this.out = out;
    }

    static Questions onTerminal() {
        Console console = System.console();
        return console == null
                ? new Questions(null, null)
                : new Questions(new BufferedReader(console.reader()), console.writer());
    }

    static Questions answeredBy(BufferedReader answers, PrintWriter out) {
        return new Questions(answers, out);
    }

    boolean canAsk() {
        return answers != null;
    }

    /**
     * Asks until the answer is right.
     *
     * @param option that would have made the question unnecessary
     * @param usual taken for an empty answer; null when there is none
     * @param check throws what is wrong with an answer
     */
    String ask(String option, String question, String usual, Consumer<String> check) {
        if (!canAsk()) {
            throw new Refusal(option + " is missing, and there is no terminal to ask: " + question);
        }
        while (true) {
            out.print(question + (usual == null || usual.isEmpty() ? "" : " [" + usual + "]") + ": ");
            out.flush();
            String answer = line();
            if (answer == null) {
                throw new Refusal("stopped: " + option + " was not answered, and nothing was written");
            }
            String taken = answer.isBlank() && usual != null ? usual : answer.strip();
            try {
                check.accept(taken);
                return taken;
            } catch (RuntimeException wrong) {
                out.println("  " + wrong.getMessage());
            }
        }
    }

    private String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
