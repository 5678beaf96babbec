package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;

/** A document that cannot be read from some place on: truncated, wrongly encoded, not well-formed, or dangerous. */
public final class BrokenDocument extends RuntimeException {

    private final transient Fault fault;

    public BrokenDocument(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
