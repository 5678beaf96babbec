package io.engageroutes.cli;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/** Prints texts on a terminal. What comes from a document may hold characters that would steer it; those are not printed. */
final class Wrapped {

    private static final int WIDTH = 100;
    private static final Pattern STEERS =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    private Wrapped() {}

    /** The text with a question mark for every character that is none to be seen. */
    static String shown(String text) {
        return STEERS.matcher(text).replaceAll("?");
    }

    /**
     * Prints in lines that fit; a word that is longer than a line stays whole.
     *
     * @param indent of the first line; the others stand four further in
     */
    static void print(PrintWriter out, int indent, String text) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        boolean empty = true;
        for (String word : text.split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(shown(line.toString()));
                line = new StringBuilder(" ".repeat(indent + 4));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(shown(line.toString()));
    }
}
