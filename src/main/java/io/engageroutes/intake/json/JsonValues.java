package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The receipts of an array, or of objects that follow each other. */
final class JsonValues implements Transactions {

    private final JsonParser parser;
    private final ReceiptMapping mapping;
    private boolean begun;
    private boolean inArray;

    JsonValues(Reader document, ReceiptMapping mapping) throws IOException {
        this.parser = JsonLimits.factory().createParser(document);
        this.mapping = mapping;
    }

    @Override
    public Transaction next() {
        try {
            JsonToken token = parser.nextToken();
            if (!begun) {
                begun = true;
                inArray = token == JsonToken.START_ARRAY;
                token = inArray ? parser.nextToken() : token;
            }
            if (inArray && token == JsonToken.END_ARRAY) {
                return endOfArray();
            }
            if (token == null) {
                return null;
            }
            String place = Places.of(parser.currentTokenLocation());
            return mapping.transaction(JsonTree.read(parser), place);
        } catch (JsonProcessingException e) {
            throw new BrokenDocument(fault(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transaction endOfArray() throws IOException {
        inArray = false;
        if (parser.nextToken() == null) {
            return null;
        }
        throw new BrokenDocument(new Fault(
                "not-well-formed",
                Places.of(parser.currentTokenLocation()),
                parser.getText(),
                "nothing may follow the end of the array; put all receipts into it"));
    }

    private Fault fault(JsonProcessingException e) {
        String place = Places.of(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
        return e instanceof JsonEOFException
                ? new Fault(
                        "truncated",
                        place,
                        null,
                        "the document ends in the middle of a value; what came before was read, send the document whole")
                : new Fault(
                        "not-well-formed",
                        place,
                        null,
                        "well-formed JSON should stand here (" + Syntax.message(e)
                                + "); what came before was read, mend it and send it again");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
