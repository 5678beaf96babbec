package io.engageroutes.intake.xml;

import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used; carries all its faults, each with the file and the key. */
public final class WrongProfile extends RuntimeException {

    private final transient List<Fault> faults;

    public WrongProfile(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
