package io.engageroutes.intake;

/** What a canonical message is about. Each kind has a queue and a flow of its own. */
public enum Kind {
    RECEIPT("receipt", "receipts"),
    ORDER("order", "orders"),
    CONTACT("contact", "contacts");

    private final String field;
    private final String flow;

    Kind(String field, String flow) {
        this.field = field;
        this.flow = flow;
    }

    /** The name of the field in which JSON carries one. */
    public String field() {
        return field;
    }

    /** The flow that takes it to Engage, as the ledger calls it. */
    public String flow() {
        return flow;
    }

    /** @throws IllegalArgumentException when there is no such flow */
    public static Kind ofFlow(String flow) {
        for (Kind kind : values()) {
            if (kind.flow.equals(flow)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no flow is called " + flow);
    }
}
