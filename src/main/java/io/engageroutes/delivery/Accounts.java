package io.engageroutes.delivery;

/**
 * What was read, against what the ledger says became of it: {@code seen = receipts + nonSales + rejected}, and {@code receipts +
 * rejected = delivered + skipped + duplicate + dead + open}.
 */
public record Accounts(
        long seen,
        long receipts,
        long nonSales,
        long rejected,
        long delivered,
        long skipped,
        long duplicate,
        long dead) {

    public static final Accounts NONE = new Accounts(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * The accounts of one source.
     *
     * @param documents that were read
     * @param reading that are being read, whose messages are not in the accounts yet
     * @param withoutDocument messages that ended and belong to no document; such as what somebody else put on our queue
     * @param wrong documents whose own accounts do not add up, which those of the source may hide
     */
    public record OfSource(
            String source, long documents, long reading, long withoutDocument, long wrong, Accounts accounts) {

        public boolean addsUp() {
            return wrong == 0 && accounts.addsUp();
        }

        /** Both together, under this one's name. */
        public OfSource plus(OfSource other) {
            return new OfSource(
                    source,
                    documents + other.documents,
                    reading + other.reading,
                    withoutDocument + other.withoutDocument,
                    wrong + other.wrong,
                    accounts.plus(other.accounts));
        }
    }

    /** Messages that are still on their way; below 0 the ledger has some that were never read. */
    public long open() {
        return receipts + rejected - delivered - skipped - duplicate - dead;
    }

    public boolean addsUp() {
        return seen == receipts + nonSales + rejected && open() >= 0;
    }

    public Accounts plus(Accounts other) {
        return new Accounts(
                seen + other.seen,
                receipts + other.receipts,
                nonSales + other.nonSales,
                rejected + other.rejected,
                delivered + other.delivered,
                skipped + other.skipped,
                duplicate + other.duplicate,
                dead + other.dead);
    }
}
