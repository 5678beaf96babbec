package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A layout file that cannot be used; carries everything that is wrong with it, not only the first. */
public final class BrokenLayout extends RuntimeException {

    private final transient List<Fault> faults;

    public BrokenLayout(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
