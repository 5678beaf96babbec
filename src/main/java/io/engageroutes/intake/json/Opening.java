package io.engageroutes.intake.json;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** The beginning of a JSON document, read only as far as it takes to tell JSON lines from an array or an object. */
final class Opening {

    private final StringBuilder seen = new StringBuilder();
    private final Reader rest;
    private final boolean jsonLines;

    private Opening(Reader rest) throws IOException {
        this.rest = new BufferedReader(rest);
        int first = nextVisible();
        if (first < 0) {
            throw new BrokenDocument(new Fault(
                    "empty-document",
                    "document",
                    null,
                    "a receipt, an array of receipts or one receipt a line should stand here; send nothing rather than an"
                            + " empty document"));
        }
        this.jsonLines = first != '[' && nextLineBeginsAnObject(first);
    }

    static Opening of(Reader document) throws IOException {
        return new Opening(document);
    }

    boolean isJsonLines() {
        return jsonLines;
    }

    /** The document from its beginning. */
    Reader whole() {
        return new Rejoined(seen, rest);
    }

    private boolean nextLineBeginsAnObject(int first) throws IOException {
        int last = first;
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0 || seen.length() > JsonLimits.LONGEST_RECEIPT) {
                return false;
            }
            last = isBlank(c) ? last : c;
        }
        return last != '[' && last != ',' && last != ':' && nextVisible() == '{';
    }

    private int nextVisible() throws IOException {
        int c = read();
        while (c >= 0 && isBlank(c)) {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        int c = rest.read();
        if (c >= 0) {
            seen.append((char) c);
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** What was already read, then the rest. */
    private static final class Rejoined extends Reader {

        private final CharSequence seen;
        private final Reader rest;
        private int at;

        private Rejoined(CharSequence seen, Reader rest) {
            this.seen = seen;
            this.rest = rest;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (at == seen.length()) {
                return rest.read(buffer, offset, length);
            }
            int count = Math.min(length, seen.length() - at);
            for (int i = 0; i < count; i++) {
                buffer[offset + i] = seen.charAt(at++);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
