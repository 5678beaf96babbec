package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.ContactKey;
import java.util.ArrayList;
import java.util.List;

/** Finds who bought. */
final class ContactReader {

    private ContactReader() {}

    /** The keys in the order of the rules, each once. */
    static List<ContactKey> read(List<ContactRule> rules, Element transaction) {
        List<ContactKey> keys = new ArrayList<>(rules.size());
        for (ContactRule rule : rules) {
            String value = rule.keyOf(transaction);
            if (value != null) {
                ContactKey key = new ContactKey(rule.type(), value);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }
}
