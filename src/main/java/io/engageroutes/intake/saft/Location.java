package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;

/** Where the document stands: in which company, store and cash register, under the names that the layout gives them. */
final class Location {

    private final SaftLayout layout;
    private String company;
    private String name;
    private Element address;
    private String registerId;

    Location(SaftLayout layout) {
        this.layout = layout;
    }

    void company(String ident) {
        company = ident;
    }

    void enterLocation() {
        name = null;
        address = null;
        registerId = null;
    }

    void name(String text) {
        name = text;
    }

    void address(Element streetAddress) {
        address = streetAddress;
    }

    void register(String id) {
        registerId = id;
    }

    String company() {
        return company;
    }

    /** Null when the location does not have the value that names the store. */
    String store() {
        String value =
                switch (layout.storeBy) {
                    case "street" -> street();
                    case "postalCode", "city" -> Findings.text(address, layout.storeBy);
                    case "register" -> registerId;
                    case "company" -> company;
                    default -> name;
                };
        return value == null ? null : layout.stores.getOrDefault(value, value);
    }

    /** The same; a missing one is a fault. */
    String store(Findings findings) {
        String store = store();
        if (store == null) {
            findings.fault(
                    "store-missing",
                    "location",
                    null,
                    "must have the value that names the store, " + layout.storeBy
                            + "; if this till leaves it out, let store in layout " + layout.name
                            + " name another one, such as register");
        }
        return store;
    }

    private String street() {
        String street = Findings.text(address, "streetname");
        String number = Findings.text(address, "number");
        return street == null || number == null ? street : street + " " + number;
    }

    String register() {
        return registerId == null ? null : layout.registers.getOrDefault(registerId, registerId);
    }
}
