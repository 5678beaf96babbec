package io.engageroutes.wiring;

import java.util.List;

/** Settings with which the application must not start. */
public final class WrongSettings extends RuntimeException {

    private final transient List<String> faults;

    WrongSettings(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
