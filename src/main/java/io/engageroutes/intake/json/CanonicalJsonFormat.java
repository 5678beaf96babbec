package io.engageroutes.intake.json;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads canonical receipts as published in {@code /schema/receipt.json}, in UTF-8: one object, an array of objects, or
 * JSON lines, which {@link JsonParts} tells apart.
 */
public final class CanonicalJsonFormat implements DocumentFormat {

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        ReceiptMapping mapping = new ReceiptMapping(source);
        return new PartTransactions(
                JsonParts.open(document, StandardCharsets.UTF_8, PartRules.WHOLE),
                part -> List.of(mapping.transaction(part)));
    }
}
