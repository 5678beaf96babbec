package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

/** The receipts of a document that has one on every line. */
final class JsonLines implements Transactions {

    private final JsonFactory factory = JsonLimits.factory();
    private final BufferedReader document;
    private final ReceiptMapping mapping;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean ended;

    JsonLines(Reader document, ReceiptMapping mapping) {
        this.document = new BufferedReader(document);
        this.mapping = mapping;
    }

    @Override
    public Transaction next() {
        try {
            while (!ended) {
                String text = nextLine();
                if (!text.isBlank()) {
                    return transaction(text);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transaction transaction(String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            JsonTree tree = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                return notJson(text, "one receipt a line, and a second value follows the first");
            }
            return mapping.transaction(tree, Places.line(number));
        } catch (JsonProcessingException e) {
            if (ended) {
                throw new BrokenDocument(new Fault(
                        "truncated",
                        Places.line(number),
                        null,
                        "the last line is not whole and no newline ends it; the lines before were read, send the document"
                                + " whole"));
            }
            return notJson(text, "a whole JSON object (" + column(e) + Syntax.message(e) + ")");
        }
    }

    private static String column(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr() + ": ";
    }

    private Transaction notJson(String text, String expected) {
        Fault fault = new Fault(
                "not-json",
                Places.line(number),
                null,
                "on this line should stand " + expected + "; mend the line and send it again");
        return new Transaction.Rejected(List.of(fault), Places.line(number), null, OriginalText.ofBroken(text));
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
