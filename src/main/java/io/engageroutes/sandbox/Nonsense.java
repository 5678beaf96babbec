package io.engageroutes.sandbox;

/** A request to the simulator that cannot be understood; its message says why and becomes a 400. */
final class Nonsense extends RuntimeException {

    Nonsense(String message) {
        super(message, null, false, false);
    }
}
