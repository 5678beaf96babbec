package io.engageroutes.intake.saft;

import io.engageroutes.intake.IdTemplate;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.UniqueIdKey;
import io.engageroutes.intake.xml.ValueTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one country's or chain's SAF-T Cash Register is to be understood. It is data, a YAML file in {@code routes/layouts/saft}; the
 * keys are explained in {@code no.yaml}.
 */
public final class SaftLayout {

    /** What the template of the unique id may name. */
    private static final List<String> ID_PARTS =
            List.of("source", "company", "store", "register", "day", "transaction", "sequence", "number");

    private static final String USUAL_ID = "{source}-{company}-{store}-{register}-{transaction}";

    final String name;
    final List<String> namespaces;
    final String storeBy;
    final Map<String, String> stores;
    final Map<String, String> registers;
    final Paths receiptNumber;
    final Paths sequence;
    final Paths businessDate;
    final IdTemplate uniqueId;
    final String currency;
    final TypeRules types;
    final LineRules lines;
    final boolean raisesAreLines;
    final Map<String, String> payments;
    final Set<String> vouchers;
    final Map<String, BigDecimal> vatCodes;
    final Map<String, BigDecimal> standardVatCodes;
    final Set<String> zReportTypes;
    final boolean zReportsAreNet;
    final DropList dropped;
    final Limits limits;
    final int mostArticles;

    SaftLayout(String name, ProfileSection root) {
        this.name = name;
        root.text("description", "");
        namespaces = root.texts("namespaces");
        if (namespaces.isEmpty()) {
            root.fault(
                    "namespaces",
                    null,
                    "must say which documents are meant: urn:StandardAuditFile-Taxation-CashRegister:NO");
        }
        storeBy = root.oneOf("store", "name", "street", "postalCode", "city", "register", "company");
        stores = ValueTable.texts(root.section("stores"));
        registers = ValueTable.texts(root.section("registers"));
        receiptNumber = root.requiredPaths("receiptNumber");
        sequence = root.paths("sequence");
        businessDate = root.requiredPaths("businessDate");
        uniqueId = UniqueIdKey.read(root, USUAL_ID, ID_PARTS, List.of("transaction", "sequence", "number"));
        currency = root.currency("currency");
        types = TypeRules.read(root.section("transactions"));
        lines = LineRules.read(root.section("lines"));
        raisesAreLines = root.oneOf("raises", "line", "ignored").equals("line");
        ProfileSection paid = root.section("payments");
        payments = ValueTable.reversed(paid.section("types"));
        vouchers = Set.copyOf(paid.texts("vouchers"));
        paid.end();
        ProfileSection vat = root.section("vat");
        vatCodes = rates(vat.section("codes"));
        standardVatCodes = rates(vat.section("standardCodes"));
        vat.end();
        ProfileSection reports = root.section("zReports");
        zReportTypes = Set.copyOf(reports.texts("types"));
        zReportsAreNet = reports.oneOf("sales", "net", "gross").equals("net");
        reports.end();
        dropped = new DropList(root.texts("drop", DropList::faultOf), List.of());
        ProfileSection most = root.section("limits");
        limits = new Limits(
                most.number("elements", Limits.USUAL.elements()), most.number("characters", Limits.USUAL.characters()));
        mostArticles = most.number("articles", 500_000);
        most.end();
        root.end();
    }

    /**
     * Reads a layout from a file; what it {@code extends} stands beside it.
     *
     * @throws io.engageroutes.intake.xml.WrongProfile with all faults
     * @throws IOException when a file cannot be read
     */
    public static SaftLayout read(Path file) throws IOException {
        return Profile.read(
                file, root -> new SaftLayout(Profile.nameOf(file.getFileName().toString()), root));
    }

    private static Map<String, BigDecimal> rates(ProfileSection group) {
        Map<String, BigDecimal> rates = new HashMap<>();
        ValueTable.texts(group).forEach((code, rate) -> {
            if (rate.matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
                rates.put(code, new BigDecimal(rate));
            } else {
                group.fault(code, rate, "must be a rate in percent such as 25");
            }
        });
        return Map.copyOf(rates);
    }
}
