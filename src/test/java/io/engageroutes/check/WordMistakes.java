package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Placeholders, expressions and direct names. */
final class WordMistakes {

    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String CONTACTS = "flows/contacts.camel.yaml";
    private static final String RATES = "flows/exchange-rates.camel.yaml";

    private WordMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                        "unknown setting",
                        RECEIPTS,
                        "destinationName: \"{{queue.receipts}}\"",
                        "destinationName: \"«{{queue.receits}}\"",
                        "there is no setting 'queue.receits'",
                        "did you mean `{{queue.receipts}}`?"),
                of(
                        "open placeholder",
                        RECEIPTS,
                        "\"{{engage.user-agent}}\"",
                        "\"«{{engage.user-agent}\"",
                        "does not end"),
                of(
                        "simple without end",
                        RECEIPTS,
                        "expression: ${body.dueAt}",
                        "expression: «${body.dueAt",
                        "Simple cannot read '${body.dueAt'"),
                of(
                        "simple with an unknown function",
                        RECEIPTS,
                        "expression: ${body.dueAt}",
                        "expression: «${bdy.dueAt}",
                        "Simple cannot read",
                        "bdy"),
                of(
                        "simple with a wrong operator",
                        CONTACTS,
                        "expression: ${exchangeProperty.contactKnown} == false",
                        "expression: «${exchangeProperty.contactKnown} === false",
                        "Simple cannot read"),
                of(
                                "simple that groups",
                                CONTACTS,
                                "expression: ${exchangeProperty.contactKnown} == false",
                                "expression: ${exchangeProperty.contactKnown} == false «&& (${body} == null)",
                                "no parentheses")
                        .also("Simple cannot read"),
                of(
                                "simple in a message",
                                CONTACTS,
                                "of ${exchangeProperty.message.businessKey}",
                                "of ${exchangeProperty.message.businessKey",
                                "Simple cannot read")
                        .at("Engage does not know the contact of"),
                of(
                        "simple in an argument",
                        RECEIPTS,
                        "skipped(${body}, 'no-contact')",
                        "«skipped(${bdy}, 'no-contact')",
                        "Simple cannot read '${bdy}'"),
                of(
                        "simple in an option",
                        RATES,
                        "idempotentKey: ${file:name}-",
                        "idempotentKey: «${fil:name}-",
                        "Simple cannot read"),
                of(
                        "direct to nobody",
                        CONTACTS,
                        "name: find-contact\n        - choice",
                        "name: «find-contct\n        - choice",
                        "no route begins with direct:find-contct",
                        "did you mean `direct:find-contact`?"),
                of(
                                "direct in the uri",
                                RECEIPTS,
                                "uri: direct\n            parameters:\n              name: requeue-messages",
                                "uri: «direct:requeue",
                                "no route begins with direct:requeue")
                        .also("nothing sends to direct:requeue-messages"),
                of(
                                "one choice is missing",
                                RECEIPTS,
                                "name: without-rate-omit",
                                "name: «without-rate-omitted",
                                "nothing sends to direct:without-rate-omitted")
                        .also("no route begins with direct:without-rate-omit"),
                of(
                        "nobody calls",
                        "flows/dead-letters.camel.yaml",
                        "name: replay",
                        "name: «replays",
                        "nothing sends to direct:replays"),
                of(
                                "two listen",
                                CONTACTS,
                                "name: contact-create",
                                "name: «contact-verify",
                                "another route begins with direct:contact-verify")
                        .also("no route begins with direct:contact-create"));
    }
}
