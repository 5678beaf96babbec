package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** What one receipt may cost at most; a document may be of any length. */
final class JsonLimits {

    /** In characters; a receipt of ten thousand lines has about four million. */
    static final int LONGEST_RECEIPT = 16 * 1024 * 1024;

    /** Names, values and brackets of one receipt. */
    static final int MOST_TOKENS = 2_000_000;

    private JsonLimits() {}

    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(1024 * 1024)
                        .maxNumberLength(40)
                        .maxDocumentLength(-1)
                        .build())
                // a document could otherwise fill the symbol table that all documents share
                .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
                .build();
    }
}
