package io.engageroutes.callback.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The secrets that a setting holds. */
public final class SecretSetting {

    private SecretSetting() {}

    /**
     * All of them, in order: a list ({@code shop.secrets[0]}, by environment {@code SHOP_SECRETS_0}), whose texts are taken as they are, or
     * one text with commas between.
     *
     * @param name the setting's
     * @param settings answers a name with its value, or null
     * @return empty when there is no such setting; an empty list when it is blank, so that nobody is let in
     */
    public static Optional<List<String>> of(String name, UnaryOperator<String> settings) {
        List<String> listed = new ArrayList<>();
        for (String each = settings.apply(name + "[0]"); each != null; ) {
            listed.add(each);
            each = settings.apply(name + "[" + listed.size() + "]");
        }
        if (!listed.isEmpty()) {
            return Optional.of(List.copyOf(listed));
        }
        String text = settings.apply(name);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(
                text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }
}
