package io.engageroutes.intake.layout;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where numbers of reward vouchers stand that were used.
 *
 * @param separator what stands between several in one value; null for one only
 */
record VoucherFields(Field column, String separator) {

    Stream<String> used(Cells cells) {
        String text = cells.text(column);
        if (text == null) {
            return Stream.empty();
        }
        return separator == null
                ? Stream.of(text)
                : Arrays.stream(text.split(Pattern.quote(separator)))
                        .map(NumberPattern::stripped)
                        .filter(each -> !each.isEmpty());
    }
}
