package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The parts of an array, or of values that follow each other. */
final class JsonValues implements JsonParts {

    private final JsonParser parser;
    private final PartWalk walk;

    JsonValues(Reader document, PartRules rules) throws IOException {
        this.parser = JsonLimits.factory().createParser(document);
        this.walk = new PartWalk(parser, rules, true, at -> Places.of(at.currentTokenLocation()));
    }

    @Override
    public DocumentPart next() {
        try {
            DocumentPart part = walk.next();
            if (walk.isInRootArray() && walk.roots() > 1) {
                throw new BrokenDocument(new Fault(
                        "not-well-formed",
                        part == null ? Places.of(parser.currentTokenLocation()) : part.place(),
                        null,
                        "nothing may follow the end of the array; put all receipts into it"));
            }
            return part;
        } catch (JsonProcessingException e) {
            throw new BrokenDocument(fault(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
