package io.engageroutes.intake.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads how numbers are written from a layout's section; what it does not say is as in the section above it. */
final class Numbers {

    static final NumberPattern PLAIN =
            NumberPattern.of('.', "", EnumSet.of(NumberPattern.Negative.LEADING), 0, List.of());

    private Numbers() {}

    static NumberPattern read(Section section, NumberPattern above) {
        NumberPattern base = above == null ? PLAIN : above;
        if (!section.isPresent()) {
            return base;
        }
        char decimal = section.character("decimal", base.decimal());
        String thousands = section.text("thousands", base.thousands());
        Set<NumberPattern.Negative> negative = negative(section, base.negative());
        int implied = section.number("impliedDecimals", base.impliedDecimals(), 0, 8);
        List<String> symbols = section.has("symbols") ? section.texts("symbols") : base.symbols();
        if (thousands.indexOf(decimal) >= 0
                || thousands.chars().anyMatch(Character::isDigit)
                || Character.isDigit(decimal)) {
            section.fault(
                    "wrong-type",
                    "thousands",
                    thousands,
                    "the characters between thousands should differ from the decimal character and from digits");
        }
        section.refuseUnknown();
        return NumberPattern.of(decimal, thousands, negative, implied, symbols);
    }

    private static Set<NumberPattern.Negative> negative(Section section, Set<NumberPattern.Negative> above) {
        if (!section.has("negative")) {
            return above;
        }
        Set<NumberPattern.Negative> styles = EnumSet.noneOf(NumberPattern.Negative.class);
        for (String style : section.texts("negative")) {
            try {
                styles.add(NumberPattern.Negative.valueOf(style.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                section.fault(
                        "unknown-value",
                        "negative",
                        style,
                        "one or more of leading, trailing, brackets, overpunch should stand here");
            }
        }
        return styles;
    }
}
