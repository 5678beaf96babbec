package io.engageroutes.console;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.engageroutes.delivery.DeadLetter;

/** All of a dead letter; what is JSON stands in it as JSON, digit for digit as it was stored. */
record LetterView(
        @JsonUnwrapped DeadLetter letter,
        String flow,
        @JsonRawValue String faults,
        String original,
        @JsonRawValue String canonical,
        @JsonRawValue String payload,
        String answer,
        @JsonRawValue String history) {

    static LetterView of(DeadLetter.Whole whole) {
        return new LetterView(
                whole.letter(),
                whole.flow(),
                whole.faults(),
                whole.original(),
                whole.canonical(),
                whole.payload(),
                whole.answer(),
                whole.history());
    }
}
