package io.engageroutes.receipt;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses what a misspelt word was to be, for the text of an error. */
public final class Nearest {

    private static final int LONGEST_LIST = 12;

    private Nearest() {}

    /** "did you mean `uri`?", or all there are when they are few, or what {@code otherwise} says. */
    public static String meant(String word, Collection<String> known, String otherwise) {
        Optional<String> near = to(word, known);
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`?";
        }
        return known.isEmpty() || known.size() > LONGEST_LIST
                ? otherwise
                : "there " + (known.size() == 1 ? "is " : "are ") + list(known);
    }

    /** All of them, sorted, each in backticks. */
    public static String list(Collection<String> words) {
        return words.stream().sorted().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** The one that differs least, if in not more than a third of the word's letters. */
    public static Optional<String> to(String word, Collection<String> known) {
        return to(word, known, Math.max(1, word.length() / 3));
    }

    /** @param most how many letters may differ */
    public static Optional<String> to(String word, Collection<String> known, int most) {
        return known.stream()
                .filter(each -> distance(word, each) <= most)
                .min(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(each -> each));
    }

    /** How many letters are to be put in, taken out, replaced or swapped; upper and lower case are the same. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
