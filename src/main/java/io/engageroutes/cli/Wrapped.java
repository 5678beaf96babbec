package io.engageroutes.cli;

import java.io.PrintWriter;

/** Prints a text in lines that fit a terminal; a word that is longer than a line stays whole. */
final class Wrapped {

    private static final int WIDTH = 100;

    private Wrapped() {}

    /** @param indent of the first line; the others stand four further in */
    static void print(PrintWriter out, int indent, String text) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        boolean empty = true;
        for (String word : text.split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(" ".repeat(indent + 4));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }
}
