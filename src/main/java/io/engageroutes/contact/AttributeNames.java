package io.engageroutes.contact;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Nearest;
import java.util.Collection;
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
        String near = Nearest.to(name.replaceAll("[-_ ]", ""), allowed, Math.max(2, name.length() / 3))
                .map(each -> "; did you mean `" + each + "`?")
                .orElse("");
        return Optional.of(new Fault(
                "attribute-unknown",
                "attributes." + name,
                name,
                "is no attribute that may be sent, and Engage would ignore it without a word" + near
                        + " Correct the name, or allow it by the setting contacts.attributes if your Engage has it"));
    }
}
