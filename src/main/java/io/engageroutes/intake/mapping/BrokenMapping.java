package io.engageroutes.intake.mapping;

import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping or its settings that cannot be used; carries what is wrong with file and line. */
public final class BrokenMapping extends RuntimeException {

    private final transient List<Fault> faults;

    public BrokenMapping(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
