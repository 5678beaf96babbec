package io.engageroutes.intake.ubl;

import io.engageroutes.intake.IdTemplate;
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
import java.util.List;

/**
 * How one system uses UBL: where things stand and what they mean. It is data, a YAML file in {@code routes/layouts/ubl}; the keys are
 * explained in {@code peppol-bis3.yaml}.
 */
public record UblLayout(
        String name,
        ValueTable store,
        Paths supplier,
        IdTemplate uniqueId,
        InvoiceTypes types,
        List<NonSaleRule> filters,
        ItemRules item,
        AllowanceRules allowances,
        TenderRules tenders,
        List<ContactPath> contacts,
        DropList dropped,
        Limits limits) {

    /** What the template of the unique id may name. */
    private static final List<String> ID_PARTS = List.of("source", "store", "supplier", "number", "date", "type");

    private static final String USUAL_ID = "{source}-{supplier}-{number}-{date}-{type}";

    /**
     * Reads a layout from a file; what it {@code extends} stands beside it.
     *
     * @throws io.engageroutes.intake.xml.WrongProfile with all faults
     * @throws IOException when a file cannot be read
     */
    public static UblLayout read(Path file) throws IOException {
        String name = Profile.nameOf(file.getFileName().toString());
        return Profile.read(file, root -> of(name, root));
    }

    static UblLayout of(String name, ProfileSection root) {
        root.text("description", "");
        UblLayout layout = new UblLayout(
                name,
                ValueTable.read(root, "store"),
                root.requiredPaths("supplier"),
                UniqueIdKey.read(root, USUAL_ID, ID_PARTS, List.of("number")),
                InvoiceTypes.read(root.section("types")),
                NonSaleRule.all(root, "filters"),
                ItemRules.read(root.section("item")),
                AllowanceRules.read(root.section("allowances")),
                TenderRules.read(root.section("tenders")),
                ContactPath.all(root, "contacts"),
                new DropList(root.texts("drop", DropList::faultOf), root.texts("keep", DropList::faultOf)),
                Limits.read(root.section("limits")));
        root.end();
        return layout;
    }
}
