package io.engageroutes.intake.idoc;

import io.engageroutes.intake.IdTemplate;
import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.ContactPath;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.NonSaleRule;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.UniqueIdKey;
import io.engageroutes.intake.xml.ValueTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one SAP system and its tills fill IDocs of receipts. It is data, a YAML file in {@code routes/layouts/idoc}; the keys are explained
 * in {@code wpubon01.yaml}.
 *
 * @param receipt the segment of one receipt
 * @param voided tells receipts that take an earlier one back
 * @param voidedNumber from the receipt to that one's number
 * @param ignored segments that hold no money
 * @param cardNumbers whether a path of the layout reads KARTENNR; else it is never read into memory
 */
public record IDocLayout(
        String name,
        List<Pattern> idocTypes,
        List<String> messageTypes,
        List<Refusal> refusals,
        String receipt,
        ValueTable store,
        LeadingZeros zeros,
        String defaultCurrency,
        IdTemplate uniqueId,
        List<NonSaleRule> filters,
        Condition voided,
        Paths voidedNumber,
        ItemRules item,
        Map<String, ConditionRule> discounts,
        Map<String, TenderRule> tenders,
        String moneyBack,
        List<ContactPath> contacts,
        Paths vouchersUsed,
        Set<String> ignored,
        DropList dropped,
        Limits limits) {

    static final String CARD_NUMBER = "KARTENNR";

    /** What the template of the unique id may name. */
    private static final List<String> ID_PARTS = List.of("source", "store", "register", "date", "number");

    private static final String USUAL_ID = "{source}-{store}-{register}-{date}-{number}";

    /**
     * Reads a layout from a file; what it {@code extends} stands beside it.
     *
     * @throws io.engageroutes.intake.xml.WrongProfile with all faults
     * @throws IOException when a file cannot be read
     */
    public static IDocLayout read(Path file) throws IOException {
        String name = Profile.nameOf(file.getFileName().toString());
        return Profile.read(file, root -> of(name, root));
    }

    static IDocLayout of(String name, ProfileSection root) {
        root.text("description", "");
        ProfileSection voided = root.section("voided");
        Map<String, TenderRule> tenders = TenderRule.all(root, "tenders");
        List<ContactPath> contacts = ContactPath.all(root, "contacts");
        Paths vouchers = root.paths("vouchersUsed");
        boolean cardNumbers = readsCardNumbers(root, contacts, tenders, vouchers);
        IDocLayout layout = new IDocLayout(
                name,
                Refusal.patterns(root, "idocTypes"),
                root.texts("messageTypes"),
                root.sections("refused").stream().map(Refusal::read).toList(),
                root.text("receipt", "E1WPB01"),
                ValueTable.read(root, "store"),
                LeadingZeros.read(root.section("leadingZeros")),
                root.currency("defaultCurrency"),
                UniqueIdKey.read(root, USUAL_ID, ID_PARTS, List.of("number")),
                NonSaleRule.all(root, "filters"),
                voided.isPresent() ? voided.condition() : Condition.NEVER,
                voided.isPresent() ? voided.requiredPaths("number") : Paths.NONE,
                ItemRules.read(root.section("item")),
                ConditionRule.all(root, "discounts", "basketDiscount", "rounding", "ignore"),
                tenders,
                root.oneOf("moneyBack", "-", "+"),
                contacts,
                vouchers,
                Set.copyOf(root.texts("ignore")),
                new DropList(
                        cardNumbers ? root.texts("drop", DropList::faultOf) : withCardNumber(root),
                        root.texts("keep", IDocLayout::faultOfKept)),
                Limits.read(root.section("limits")));
        voided.end();
        root.end();
        return layout;
    }

    private static String faultOfKept(String entry) {
        return entry.endsWith(CARD_NUMBER)
                ? "is never kept; name the path to it, with its kind of tender, in contacts where it is a member's number"
                : DropList.faultOf(entry);
    }

    private static List<String> withCardNumber(ProfileSection root) {
        List<String> dropped = new ArrayList<>(root.texts("drop", DropList::faultOf));
        dropped.add(CARD_NUMBER);
        return dropped;
    }

    /** A card's number is a customer's key only where the kind of tender says that it is no bank's card. */
    private static boolean readsCardNumbers(
            ProfileSection root, List<ContactPath> contacts, Map<String, TenderRule> tenders, Paths vouchers) {
        boolean reads = tenders.values().stream()
                .anyMatch(tender -> tender.voucherId().toString().contains(CARD_NUMBER));
        List<String> paths = new ArrayList<>(
                contacts.stream().map(contact -> contact.paths().toString()).toList());
        paths.add(vouchers.toString());
        for (String path : paths) {
            for (String one : path.split(" or ")) {
                if (one.contains(CARD_NUMBER)) {
                    reads = true;
                    if (!one.matches(".*\\[ZAHLART=['\"].+['\"]].*")) {
                        root.fault(
                                "contacts",
                                one,
                                "must say of which kind of tender, such as E1WPB06[ZAHLART='PTLC']/KARTENNR: others are numbers of bank cards");
                    }
                }
            }
        }
        return reads;
    }

    boolean holdsReceipts(ControlRecord control) {
        return Refusal.any(idocTypes, control.idocType()) || messageTypes.contains(control.messageType());
    }

    /** Why an IDoc of that type is refused; null when the layout does not say. */
    Refusal refusalOf(ControlRecord control) {
        return refusals.stream()
                .filter(refusal -> refusal.isOf(control))
                .findFirst()
                .orElse(null);
    }
}
