package io.engageroutes.intake.mapping;

import io.engageroutes.intake.WrongLayout;
import io.engageroutes.receipt.Fault;
import java.util.List;

/** A mapping or its settings that cannot be used. */
public final class BrokenMapping extends WrongLayout {

    public BrokenMapping(List<Fault> faults) {
        super(faults);
    }
}
