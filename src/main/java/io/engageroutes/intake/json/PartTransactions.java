package io.engageroutes.intake.json;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The transactions that a document's parts are made into. */
public final class PartTransactions implements Transactions {

    private final JsonParts parts;
    private final Function<DocumentPart, List<Transaction>> reading;
    private final Deque<Transaction> waiting = new ArrayDeque<>();

    /** @param reading makes the transactions of one part, at least one */
    public PartTransactions(JsonParts parts, Function<DocumentPart, List<Transaction>> reading) {
        this.parts = parts;
        this.reading = reading;
    }

    @Override
    public Transaction next() {
        if (waiting.isEmpty()) {
            DocumentPart part = parts.next();
            if (part == null) {
                return null;
            }
            waiting.addAll(reading.apply(part));
        }
        return waiting.poll();
    }

    @Override
    public void close() {
        parts.close();
    }
}
