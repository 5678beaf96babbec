package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The values of a contact, so that they can be taken out of what others say about it. */
final class PersonalValues {

    private static final String HIDDEN = "(not shown)";
    private static final int SHORTEST = 3; // shorter ones are parts of common words

    private final List<String> values;

    private PersonalValues(List<String> values) {
        this.values = values;
    }

    static PersonalValues of(ContactMessage message) {
        if (message.contact() == null) {
            return new PersonalValues(List.of());
        }
        return new PersonalValues(Stream.of(message.contact(), message.formed())
                .filter(contact -> contact != null)
                .flatMap(contact -> Stream.concat(
                        contact.contactKeys().stream().map(key -> key.value()),
                        contact.attributes().values().stream().map(Object::toString)))
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    List<Fault> hidden(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.code(), fault.place(), hidden(fault.value()), hidden(fault.rule())))
                .toList();
    }

    private String hidden(String text) {
        if (text == null) {
            return null;
        }
        String shown = text;
        for (String value : values) {
            String sought = value.toLowerCase(Locale.ROOT);
            for (int at = shown.toLowerCase(Locale.ROOT).indexOf(sought);
                    at >= 0;
                    at = shown.toLowerCase(Locale.ROOT).indexOf(sought, at + HIDDEN.length())) {
                shown = shown.substring(0, at) + HIDDEN + shown.substring(at + value.length());
            }
        }
        return shown;
    }
}
