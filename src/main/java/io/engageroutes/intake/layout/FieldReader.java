package io.engageroutes.intake.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads from a layout where single fields come from, and remembers which column each one took. */
final class FieldReader {

    private static final String KINDS = "kinds";
    private static final String IS = "is";
    private static final String ONE_OF = "one of ";
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");

    private final NumberPattern numbers;
    private final Map<String, String> used = new HashMap<>();

    FieldReader(NumberPattern numbers) {
        this.numbers = numbers;
    }

    /** For the columns of other records, which may have the same names. */
    FieldReader apart() {
        return new FieldReader(numbers);
    }

    NumberPattern numbers() {
        return numbers;
    }

    Field text(Section section, String key) {
        return read(section, key, false, value -> true, "any text");
    }

    Field personal(Section section, String key) {
        return read(section, key, true, value -> true, "any text");
    }

    Field number(Section section, String key) {
        return read(section, key, false, value -> DECIMAL.matcher(value).matches(), "decimals such as 25.00");
    }

    /** A column of digits, whatever decimals the other numbers of the file imply. */
    Field wholeNumber(Section section, String key) {
        return section.has(key)
                ? Field.of(section.path(key).replaceFirst("^.*: ", ""), section.text(key, null), Numbers.PLAIN, false)
                : null;
    }

    Field flag(Section section, String key) {
        return oneOf(section, key, Set.of("true", "false"));
    }

    /** A field that means one of the constants. */
    <E extends Enum<E>> Field oneOf(Section section, String key, Class<E> type) {
        return oneOf(
                section,
                key,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** What the rows are; its column may say other things too. */
    Field kinds(Section section, String key) {
        return oneOf(
                section,
                key,
                Arrays.stream(Kinds.Kind.values()).map(Kinds.Kind::word).toList());
    }

    private Field oneOf(Section section, String key, Collection<String> words) {
        return read(
                section,
                key,
                false,
                words::contains,
                ONE_OF + String.join(", ", words.stream().sorted().toList()));
    }

    private Field read(Section section, String key, boolean personal, Predicate<String> fits, String expected) {
        Field field = section.has(key) ? field(section, key, personal) : null;
        if (field != null) {
            checkValues(section, key, field, fits, expected);
        }
        return field;
    }

    private Field field(Section section, String key, boolean personal) {
        String name = section.path(key).replaceFirst("^.*: ", "");
        if (section.isScalar(key)) {
            Field field = Field.of(name, section.text(key, null), numbers, personal);
            take(section, key, field);
            return field;
        }
        Section own = section.section(key);
        Field field = new Field(
                name,
                own.text("column", null),
                own.texts("orElse"),
                own.text("constant", null),
                own.text("blank", null),
                own.map("values"),
                own.text("otherwise", null),
                Numbers.read(own.section("numbers"), numbers),
                sign(own.section("sign")),
                own.flag("negate", false),
                personal);
        if ((field.column() == null) == (field.constant() == null)) {
            own.fault("missing-key", "", null, "either `column` or `constant` should stand here");
        }
        if (!own.flag("shared", false)) {
            take(section, key, field);
        }
        own.refuseUnknown();
        return field;
    }

    private static SignColumn sign(Section section) {
        if (!section.isPresent()) {
            return null;
        }
        String column = section.text("column", null);
        if (column == null) {
            section.fault("missing-key", "column", null, "the column of the sign should stand here");
        }
        SignColumn sign = new SignColumn(
                column,
                Set.copyOf(section.has("negative") ? section.texts("negative") : List.of("-")),
                Set.copyOf(section.has("positive") ? section.texts("positive") : List.of("+", "")));
        section.refuseUnknown();
        return sign;
    }

    private void take(Section section, String key, Field field) {
        String before = field.column() == null || key.equals(KINDS) || key.equals(IS)
                ? null
                : used.put(field.column(), field.name());
        if (before != null) {
            section.fault(
                    "column-twice",
                    key,
                    field.column(),
                    before + " is read from this column too; if both are right, add `shared: true` to one of them");
        }
    }

    private static void checkValues(Section section, String key, Field field, Predicate<String> fits, String expected) {
        field.fixedValues()
                .filter(fits.negate())
                .forEach(value -> section.fault("unknown-value", key, value, "this field takes " + expected));
        boolean closed = expected.startsWith(ONE_OF);
        if (closed && !field.isFixed()) {
            section.fault(
                    "missing-key",
                    key,
                    null,
                    "`values` should stand here and say what each value in the column means: " + expected);
        }
    }
}
