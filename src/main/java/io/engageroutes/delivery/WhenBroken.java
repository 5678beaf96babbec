package io.engageroutes.delivery;

/** What becomes of a document that cannot be read to its end; each way in says which one fits it. */
public enum WhenBroken {
    /** What was whole is delivered, the document itself is put aside with a report: files. */
    FAIL_DOCUMENT,
    /** What was whole is delivered and the document becomes a dead letter: messages, which have no other place to lie. */
    DEAD_LETTER,
    /** Nothing is taken, not even if only one of its receipts is wrong, and the sender is told everything: callbacks. */
    REFUSE
}
