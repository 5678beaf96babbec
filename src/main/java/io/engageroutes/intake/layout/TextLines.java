package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The lines of a document, numbered from 1, none longer than allowed. */
final class TextLines implements AutoCloseable {

    private final BufferedReader text;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> again = new ArrayDeque<>();
    private long number;
    private boolean ended;

    TextLines(Reader text, int longest) {
        this.text = new BufferedReader(text);
        this.longest = longest;
    }

    /** The next line without its end, or null after the last. */
    String next() throws IOException {
        if (!again.isEmpty()) {
            number++;
            return again.poll();
        }
        if (ended) {
            return null;
        }
        line.setLength(0);
        number++;
        int c = text.read();
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            if (line.length() > longest) {
                throw new BrokenDocument(new Fault(
                        "line-too-long",
                        "line " + number,
                        null,
                        "a line may have at most " + longest + " characters; the document is no text of lines, or the"
                                + " layout needs a larger mostCharacters"));
            }
            c = text.read();
        }
        ended = c < 0;
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return ended && line.isEmpty() ? null : line.toString();
    }

    /** Takes back the lines that came last, in the order they came. */
    void takeBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            again.push(lines.get(i));
        }
        number -= lines.size();
    }

    /** The number of the line that came last. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
