package io.engageroutes.delivery;

import java.util.List;

/**
 * Where a document came from.
 *
 * @param id its id in the ledger
 * @param source the source's name
 * @param name a file's name or a message's id
 * @param fingerprint what it is recognised by before it is read
 * @param whenBroken what becomes of it if it cannot be read
 * @param takesBack whether a post-void of a delivered receipt becomes a return
 * @param digitalReceipts of which receipts the customer is sent a digital one
 * @param holds whether receipts wait on the queue for post-voids, which then must not wait with them
 */
record DocumentOrigin(
        String id,
        String source,
        String name,
        String fingerprint,
        WhenBroken whenBroken,
        boolean takesBack,
        DigitalReceipts digitalReceipts,
        boolean holds) {

    /** Of a document that is only looked through. */
    static DocumentOrigin looked(String source) {
        return new DocumentOrigin("", source, "", "", WhenBroken.REFUSE, false, DigitalReceipts.NONE, false);
    }

    /** A parcel of the document, still empty. */
    Parcel parcel() {
        return new Parcel(source, id, name, takesBack, digitalReceipts, List.of());
    }

    /** Messages have no other place where their text could be looked up; a file lies in {@code done/}. */
    boolean keepsOriginals() {
        return whenBroken != WhenBroken.FAIL_DOCUMENT;
    }
}
