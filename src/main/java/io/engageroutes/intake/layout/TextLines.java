package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The lines of a document, numbered from 1, none longer than allowed. */
final class TextLines implements AutoCloseable {

    private static final int CHUNK = 32 * 1024;
    /** Old systems end a text file with this; it is no part of the text. */
    private static final char END_OF_FILE = '\u001A';

    private final Reader text;
    private final int longest;
    private final char[] chunk = new char[CHUNK];
    private int from;
    private int to;
    private final StringBuilder begun = new StringBuilder();
    private final Deque<String> again = new ArrayDeque<>();
    private long number;
    private boolean ended;

    TextLines(Reader text, int longest) {
        this.text = text;
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
        number++;
        begun.setLength(0);
        while (true) {
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            if (begun.length() + end - from > longest) {
                throw tooLong();
            }
            if (end < to) {
                String line = line(end);
                from = end + 1;
                return line;
            }
            begun.append(chunk, from, end - from);
            from = 0;
            to = 0;
            int more = text.read(chunk, 0, CHUNK);
            if (more < 0) {
                return last();
            }
            to = more;
        }
    }

    private String line(int end) {
        if (begun.isEmpty()) {
            int length = end > from && chunk[end - 1] == '\r' ? end - 1 - from : end - from;
            return new String(chunk, from, length);
        }
        begun.append(chunk, from, end - from);
        dropLast('\r');
        return begun.toString();
    }

    private String last() {
        ended = true;
        while (dropLast(END_OF_FILE)) {
            // fill to the end of a block
        }
        dropLast('\r');
        return begun.isEmpty() ? null : begun.toString();
    }

    private boolean dropLast(char c) {
        int last = begun.length() - 1;
        boolean there = last >= 0 && begun.charAt(last) == c;
        if (there) {
            begun.setLength(last);
        }
        return there;
    }

    private BrokenDocument tooLong() {
        return new BrokenDocument(new Fault(
                "line-too-long",
                "line " + number,
                null,
                "a line may have at most " + longest + " characters; the document is no text of lines, or the"
                        + " layout needs a larger mostCharacters"));
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
