package io.engageroutes.receipt;

import java.util.List;
import java.util.stream.Collectors;

/** A receipt that no retry can help; carries all its faults, not only the first. */
public final class RejectedReceipt extends RuntimeException {

    private final transient List<Fault> faults;

    public RejectedReceipt(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public RejectedReceipt(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
