package io.engageroutes.cli;

/** A command cannot do its work; the message is all that the user is told, so it says what to do. Exit status 2. */
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
