package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;

/** What documents of a source came to, as one JSON object: what {@code try --json} prints and the sandbox answers. */
public final class TryReport {

    /** More are counted only, the bad ones apart from the good. */
    private static final int MOST_LISTED = 10_000;

    private final SourceReading reading;
    private final int show;
    private final JudgedJson json;
    private final ArrayNode documents;
    private final Account all = new Account();
    private boolean good = true;
    private int shown;
    private int listed;
    private int listedBad;

    /**
     * @param show how many receipts are given in full
     * @param contacts whether contact keys are shown as they are
     */
    public TryReport(SourceReading reading, int show, boolean contacts) {
        this.reading = reading;
        this.show = show;
        this.json = new JudgedJson(contacts);
        this.documents = Json.object().putArray("documents");
    }

    /**
     * Reads a document by the bench and enters it.
     *
     * @throws CannotTry as {@link Workbench#read} does
     */
    public Tried add(Workbench bench, String name, InputStream document) {
        ArrayNode transactions = Json.object().putArray("transactions");
        Tried tried = bench.read(reading, name, document, judged -> list(judged, transactions));
        ObjectNode node = TriedJson.of(tried);
        node.set("transactions", transactions);
        documents.add(node);
        all.add(tried.account());
        good &= tried.isGood();
        return tried;
    }

    private void list(Judged judged, ArrayNode transactions) {
        boolean fits = judged.end().isBad() ? listedBad++ < MOST_LISTED : listed++ < MOST_LISTED;
        if (fits) {
            boolean full = judged.end() != Judged.End.NON_SALE && shown++ < show;
            transactions.add(full ? json.full(judged) : json.brief(judged));
        }
    }

    /** @param notes what else should be known */
    public ObjectNode json(List<String> notes) {
        ObjectNode node = Json.object();
        node.put("source", reading.source()).put("format", reading.format()).put("layout", reading.layout());
        node.put("good", good);
        node.set("all", TriedJson.of(all));
        node.set("documents", documents);
        ArrayNode said = node.putArray("notes");
        notes.forEach(said::add);
        return node;
    }
}
