package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.ContactPath;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.WrongProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * How one vendor writes POSLog: where things stand and what they mean. It is data, a YAML file in {@code routes/layouts/poslog}; the
 * keys are explained in {@code generic-6.yaml}.
 */
public final class PosLogProfile {

    private final String name;
    private final HeaderRules header;
    private final List<Filter> filters;
    private final LineRules lines;
    private final ItemRules item;
    private final List<DiscountRule> discounts;
    private final TenderRules tenders;
    private final TotalRules totals;
    private final TaxRules tax;
    private final boolean recoversFragments;
    private final boolean repairsDoubleEncoding;
    private final List<ContactPath> contacts;
    private final DropList dropped;
    private final Limits limits;

    PosLogProfile(String name, ProfileSection root) {
        this.name = name;
        root.text("description", "");
        tax = TaxRules.read(root);
        recoversFragments = root.flag("recoverFragments", false);
        repairsDoubleEncoding = root.flag("repairDoubleEncoding", false);
        header = HeaderRules.read(root);
        filters = root.sections("filters").stream().map(Filter::read).toList();
        lines = LineRules.read(root.section("lines"));
        item = ItemRules.read(root.section("item"));
        discounts = root.sections("discounts").stream().map(DiscountRule::read).toList();
        tenders = TenderRules.read(root.section("tenders"));
        totals = TotalRules.read(root.section("totals"));
        if (tax.onTop()
                && !lines.roles().containsValue(LineRules.Role.TAX)
                && totals.tax().paths().isEmpty()) {
            root.fault(
                    "taxIncluded",
                    "false",
                    "the tax on top must stand somewhere: give lines.tax with tax.amount, or totals.tax");
        }
        if (lines.roles().containsValue(LineRules.Role.TAX)
                && (!tax.onTop() || tax.amount().isEmpty())) {
            root.fault("lines.tax", null, "is for tax on top: it needs taxIncluded: false and tax.amount");
        }
        contacts = ContactPath.all(root, "contacts");
        dropped = new DropList(root.texts("drop", DropList::faultOf), root.texts("keep", DropList::faultOf));
        limits = Limits.read(root.section("limits"));
        root.end();
    }

    /**
     * Reads a profile that stands alone.
     *
     * @param fileName for messages; without its ending it is the profile's name
     * @throws WrongProfile with all faults
     * @throws IOException when the stream failed
     */
    public static PosLogProfile read(InputStream yaml, String fileName) throws IOException {
        return Profile.read(yaml, fileName, base -> null, root -> new PosLogProfile(Profile.nameOf(fileName), root));
    }

    /**
     * Reads a profile from a file; what it {@code extends} stands beside it.
     *
     * @throws WrongProfile with all faults
     * @throws IOException when a file cannot be read
     */
    public static PosLogProfile read(Path file) throws IOException {
        return Profile.read(
                file,
                root -> new PosLogProfile(Profile.nameOf(file.getFileName().toString()), root));
    }

    public String name() {
        return name;
    }

    HeaderRules header() {
        return header;
    }

    List<Filter> filters() {
        return filters;
    }

    LineRules lines() {
        return lines;
    }

    ItemRules item() {
        return item;
    }

    List<DiscountRule> discounts() {
        return discounts;
    }

    TenderRules tenders() {
        return tenders;
    }

    TotalRules totals() {
        return totals;
    }

    TaxRules tax() {
        return tax;
    }

    boolean recoversFragments() {
        return recoversFragments;
    }

    boolean repairsDoubleEncoding() {
        return repairsDoubleEncoding;
    }

    List<ContactPath> contacts() {
        return contacts;
    }

    DropList dropped() {
        return dropped;
    }

    Limits limits() {
        return limits;
    }
}
