package io.engageroutes.intake;

/**
 * The transactions of one document, read as a stream: memory does not grow with the document.
 *
 * <p>One bad transaction is a {@link Transaction.Rejected} and the next one follows.
 */
public interface Transactions extends AutoCloseable {

    /**
     * The next transaction, or null at the proper end of the document.
     *
     * @throws BrokenDocument when the document cannot be read any further; what came before stays valid
     * @throws java.io.UncheckedIOException when the document's source failed; says nothing about the document
     */
    Transaction next();

    @Override
    void close();
}
