package io.engageroutes.wiring;

import io.engageroutes.editing.Gate;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/** The web server listens before the routes are started, and still does while they are stopped. */
final class GateKeeper {

    private final Gate gate;

    GateKeeper(Gate gate) {
        this.gate = gate;
    }

    @EventListener
    void onChange(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            gate.begin();
        } else {
            gate.end();
        }
    }
}
