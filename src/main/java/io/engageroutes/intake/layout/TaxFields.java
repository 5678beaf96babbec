package io.engageroutes.intake.layout;

import java.util.Objects;
import java.util.stream.Stream;

/** Where a record of VAT has its rate and its amount; either may be null. */
record TaxFields(Field percent, Field amount) {

    Stream<Field> fields() {
        return Stream.of(percent, amount).filter(Objects::nonNull);
    }
}
