package io.engageroutes.intake.mapping;

import java.util.Map;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.TraceListener;
import net.sf.saxon.trace.Traceable;

/** Ends a run of a stylesheet that takes more steps than any receipt needs; of a template that calls itself without end too. */
final class StepLimit implements TraceListener {

    private static final long MOST_STEPS = 5_000_000;

    private long steps;

    @Override
    public void enter(Traceable instruction, Map<String, Object> properties, XPathContext context) {
        if (++steps > MOST_STEPS) {
            throw new MappingFailure(
                    LockedXslt.place(instruction.getLocation(), null),
                    "the stylesheet took more than " + MOST_STEPS + " steps for one part");
        }
    }
}
