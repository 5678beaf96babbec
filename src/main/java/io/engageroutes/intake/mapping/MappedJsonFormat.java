package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.json.DocumentPart;
import io.engageroutes.intake.json.JsonParts;
import io.engageroutes.intake.json.MessageMapping;
import io.engageroutes.intake.json.OriginalText;
import io.engageroutes.intake.json.PartTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads JSON of any shape by a JSLT mapping that makes canonical receipts of its parts. */
public final class MappedJsonFormat implements DocumentFormat {

    private static final String NOT_KEPT =
            "not kept: it is no JSON, so what the mapping drops could not be taken out of it";

    private final JsltMapping mapping;
    private final JsonSettings settings;

    private MappedJsonFormat(JsltMapping mapping, JsonSettings settings) {
        this.mapping = mapping;
        this.settings = settings;
    }

    /**
     * Reads a mapping and the settings beside it, {@code <name>.jslt.yaml}, if they are there.
     *
     * @throws BrokenMapping with what is wrong with them
     * @throws IOException when a file cannot be read
     */
    public static MappedJsonFormat read(Path jslt) throws IOException {
        MappingFiles files = MappingFiles.of(jslt);
        JsonSettings settings = files.settings(JsonSettings.USUAL, JsonSettings::read);
        return new MappedJsonFormat(JsltMapping.compile(files.text(), files.name(), files::beside), settings);
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        MappedResult result = new MappedResult(new MessageMapping(source, true), mapping.fileName());
        Map<String, JsonNode> given = given(source);
        return new PartTransactions(
                JsonParts.open(document, source.charsetOr(settings.encoding()), settings.parts()),
                part -> mapped(part, given, result));
    }

    /** What a mapping may ask for besides the part. */
    private Map<String, JsonNode> given(Source source) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        source.envelope().forEach(envelope::put);
        return Map.of("source", TextNode.valueOf(source.name()), "envelope", envelope, "values", settings.values());
    }

    private List<Transaction> mapped(DocumentPart part, Map<String, JsonNode> given, MappedResult result) {
        Supplier<String> original = () -> part.value() == null
                ? NOT_KEPT
                : OriginalText.of(
                        part.value(), field -> settings.keep().contains(field) || OriginalText.mayKeep(field));
        if (!part.faults().isEmpty()) {
            return List.of(MappedResult.rejected(part.faults(), part.place(), null, original));
        }
        try {
            Map<String, JsonNode> asked = new HashMap<>(given);
            asked.put("document", part.around());
            JsonNode yielded = mapping.apply(part.value(), asked);
            return result.transactions(yielded, part.place(), original);
        } catch (MappingFailure failure) {
            return List.of(
                    MappedResult.rejected(List.of(failure.fault(mapping.fileName())), part.place(), null, original));
        }
    }
}
