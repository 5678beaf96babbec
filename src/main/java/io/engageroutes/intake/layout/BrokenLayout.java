package io.engageroutes.intake.layout;

import io.engageroutes.intake.WrongLayout;
import io.engageroutes.receipt.Fault;
import java.util.List;

/** A layout of delimited or fixed-width files that cannot be used. */
public final class BrokenLayout extends WrongLayout {

    public BrokenLayout(List<Fault> faults) {
        super(faults);
    }
}
