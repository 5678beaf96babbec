package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A layout, profile or mapping that cannot be used. Carries all its faults and not only the first; their places name the file and
 * the key, or its line and column.
 */
public abstract class WrongLayout extends RuntimeException {

    private final transient List<Fault> faults;

    protected WrongLayout(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public final List<Fault> faults() {
        return faults;
    }
}
