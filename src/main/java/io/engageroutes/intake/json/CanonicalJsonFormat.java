package io.engageroutes.intake.json;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads canonical receipts as published in {@code /schema/receipt.json}, and orders and contacts each in an object of their kind
 * ({@code {"order": ...}}), in UTF-8: one object, an array of objects, or JSON lines, which {@link JsonParts} tells apart.
 */
public final class CanonicalJsonFormat implements DocumentFormat {

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        MessageMapping mapping = new MessageMapping(source, false);
        return new PartTransactions(
                JsonParts.open(document, StandardCharsets.UTF_8, PartRules.WHOLE),
                part -> List.of(mapping.transaction(part)));
    }
}
