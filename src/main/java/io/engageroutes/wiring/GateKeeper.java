package io.engageroutes.wiring;

import io.engageroutes.editing.Gate;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/** The web server listens before the routes are started, and still does while they are stopped. */
final class GateKeeper {

    private final Gate gate;

    GateKeeper(Gate gate) {
        this.gate = gate;
    }

    /** The routes are started by then; readiness comes only after what runs at the start, which may call them. */
    @EventListener(ApplicationStartedEvent.class)
    void onStart() {
        gate.begin();
    }

    @EventListener
    void onChange(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.REFUSING_TRAFFIC) {
            gate.end();
        }
    }
}
