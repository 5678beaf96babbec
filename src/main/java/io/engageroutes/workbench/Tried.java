package io.engageroutes.workbench;

import io.engageroutes.receipt.Fault;

/**
 * What one document came to.
 *
 * @param document its name
 * @param account of what was read
 * @param broken where and why it could not be read further, or null
 * @param refused whether its source would take nothing of it, since something in it is wrong
 */
public record Tried(String document, Account account, Fault broken, boolean refused) {

    /** Whether all of it could be read, and nothing of it is a dead letter. */
    public boolean isGood() {
        return broken == null && !refused && account.isGood();
    }
}
