package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The parts of a document that has a value on every line. */
final class JsonLines implements JsonParts {

    private final JsonFactory factory = JsonLimits.factory();
    private final BufferedReader document;
    private final PartRules rules;
    private final Deque<DocumentPart> waiting = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean ended;

    JsonLines(Reader document, PartRules rules) {
        this.document = new BufferedReader(document);
        this.rules = rules;
    }

    @Override
    public DocumentPart next() {
        try {
            while (waiting.isEmpty() && !ended) {
                String text = nextLine();
                if (!text.isBlank()) {
                    read(text);
                }
            }
            return waiting.poll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String text) throws IOException {
        List<DocumentPart> parts = new ArrayList<>();
        try (JsonParser parser = factory.createParser(text)) {
            PartWalk walk = new PartWalk(parser, rules, false, this::place);
            for (DocumentPart part = walk.next(); part != null; part = walk.next()) {
                parts.add(part);
            }
            if (walk.roots() > 1) {
                waiting.add(notJson(text, "one receipt a line, and a second value follows the first"));
            } else {
                waiting.addAll(parts);
            }
        } catch (JsonProcessingException e) {
            if (ended) {
                throw new BrokenDocument(new Fault(
                        "truncated",
                        Places.line(number),
                        null,
                        "the last line is not whole and no newline ends it; the lines before were read, send the document"
                                + " whole"));
            }
            waiting.add(notJson(text, "a whole JSON object (" + column(e) + Syntax.message(e) + ")"));
        }
    }

    /** Of a part that is the line: the line; else also the column. */
    private String place(JsonParser parser) {
        return rules.each().isEmpty()
                ? Places.line(number)
                : Places.line(number) + ", column "
                        + parser.currentTokenLocation().getColumnNr();
    }

    private static String column(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr() + ": ";
    }

    private DocumentPart notJson(String text, String expected) {
        Fault fault = new Fault(
                "not-json",
                Places.line(number),
                null,
                "on this line should stand " + expected + "; mend the line and send it again");
        return new DocumentPart(null, null, List.of(fault), Places.line(number), text);
    }

    /** The next line without its end; the last one ends with the document. */
    private String nextLine() throws IOException {
        line.setLength(0);
        number++;
        for (int c = document.read(); c != '\n'; c = document.read()) {
            if (c < 0) {
                ended = true;
                break;
            }
            line.append((char) c);
            if (line.length() > JsonLimits.LONGEST_RECEIPT) {
                throw new BrokenDocument(new Fault(
                        "receipt-too-large",
                        Places.line(number),
                        null,
                        "a line may have at most " + JsonLimits.LONGEST_RECEIPT + " characters"));
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
