package io.engageroutes.contact;

import io.engageroutes.receipt.Fault;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The attributes that a contact may have. Engage ignores a name that it does not know without a word, so a typo would look like success. */
public final class AttributeNames {

    /** In the setting it stands for all of Engage's own. */
    private static final String STANDARD = "standard";

    private static final Set<String> OF_ENGAGE = Set.of(
            "firstName",
            "lastName",
            "memberNumber",
            "socialSecurityNumber",
            "email",
            "mobilePhone",
            "createdInStore",
            "store",
            "street",
            "zipCode",
            "city",
            "careOf",
            "country",
            "countryCode",
            "language",
            "birthDay",
            "gender",
            "externalId");

    private final Set<String> allowed = new TreeSet<>();

    /** @param names what is allowed; {@code standard} stands for all of Engage's own */
    public AttributeNames(Collection<String> names) {
        for (String name : names) {
            if (name.strip().equals(STANDARD)) {
                allowed.addAll(OF_ENGAGE);
            } else if (!name.isBlank()) {
                allowed.add(name.strip());
            }
        }
    }

    /** What is wrong with the name, or nothing. */
    Optional<Fault> fault(String name) {
        if (allowed.contains(name)) {
            return Optional.empty();
        }
        String near =
                nearest(name).map(each -> "; did you mean `" + each + "`?").orElse("");
        return Optional.of(new Fault(
                "attribute-unknown",
                "attributes." + name,
                name,
                "is no attribute that may be sent, and Engage would ignore it without a word" + near
                        + " Correct the name, or allow it by the setting contacts.attributes if your Engage has it"));
    }

    private Optional<String> nearest(String name) {
        List<String> near = allowed.stream()
                .filter(each -> distance(name, each) <= Math.max(2, name.length() / 3))
                .toList();
        return near.stream()
                .min(Comparator.comparingInt((String each) -> distance(name, each))
                        .thenComparing(each -> each));
    }

    /** How many letters are to be put in, taken out or replaced; upper and lower case and what joins words are the same. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + same, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
