package io.engageroutes.intake.xml;

import io.engageroutes.intake.WrongLayout;
import io.engageroutes.receipt.Fault;
import java.util.List;

/** A YAML file that says how a system writes its XML, and cannot be used. */
public final class WrongProfile extends WrongLayout {

    public WrongProfile(List<Fault> faults) {
        super(faults);
    }
}
