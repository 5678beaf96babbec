package io.engageroutes.intake.xml;

import io.engageroutes.intake.IdTemplate;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with one transaction of an XML document. */
public final class Findings {

    private final String layout;
    private final String place;
    private final List<Fault> faults = new ArrayList<>(0);

    /**
     * @param layout its name, for what is to be changed in it
     * @param place where the transaction stands, such as {@code line 12, column 3}
     */
    public Findings(String layout, String place) {
        this.layout = layout;
        this.place = place;
    }

    public String layout() {
        return layout;
    }

    public String place() {
        return place;
    }

    /** @param where within the transaction, such as {@code InvoiceLine 2/LineExtensionAmount} */
    public void add(String code, String where, String value, String rule) {
        faults.add(new Fault(code, place + ", " + where, value, rule));
    }

    public void addAll(Findings others) {
        faults.addAll(others.faults);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * The unique id; null when parts of it are missing, which is a fault then.
     *
     * @param values of its parts by name
     */
    public String uniqueId(IdTemplate template, Map<String, String> values) {
        List<String> missing = new ArrayList<>(0);
        String id = template.of(values::get, missing);
        if (id == null) {
            add(
                    "unique-id-incomplete",
                    "uniqueId",
                    null,
                    "the unique id needs " + missing
                            + ", which is not there; correct it at the sender, or the paths or uniqueId in layout "
                            + layout);
        }
        return id;
    }

    /** The text as a decimal; null when there is none, or when it is wrong, which is a fault then. */
    public BigDecimal decimal(String text, String where) {
        BigDecimal number = text == null ? null : Decimals.parse(text);
        if (text != null && number == null) {
            add(
                    "not-a-decimal",
                    where,
                    text,
                    "must be digits with a decimal point, such as 1234.50; correct it at the sender");
        }
        return number;
    }
}
