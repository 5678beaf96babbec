package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Kamelets, in their own files and where they are used. */
final class KameletMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";
    private static final String SFTP = "kamelets/sftp-documents.kamelet.yaml";
    private static final String QUEUE = "kamelets/queue-messages.kamelet.yaml";

    private KameletMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                        "unknown kamelet",
                        CSV,
                        "uri: kamelet:sftp-documents",
                        "uri: «kamelet:sftp-document",
                        "there is no kamelet 'sftp-document'",
                        "did you mean `sftp-documents`?"),
                of(
                                "source as a step",
                                CSV,
                                "uri: kamelet:queue-messages",
                                "uri: «kamelet:sftp-documents",
                                "'sftp-documents' is no step")
                        .also("`format`")
                        .also("`layout`")
                        .also("same folder")
                        .also("no source 'till-csv'"),
                of(
                                "unknown parameter",
                                CSV,
                                "layout: nordic-flat",
                                "«layuot: nordic-flat",
                                "`layuot` is no parameter of queue-messages",
                                "did you mean `layout`?")
                        .also("needs a layout"),
                of(
                        "required parameter",
                        CSV,
                        "uri: kamelet:queue-messages\n            parameters:\n              source: till-csv\n              format: delimited\n              layout: nordic-flat",
                        "uri: «kamelet:queue-messages\n            parameters:\n              source: till-csv",
                        "queue-messages is not told `format`"),
                of(
                        "no such word of a parameter",
                        CSV,
                        "        source: till-csv\n",
                        "        source: till-csv\n        complete: «change\n",
                        "`complete` is 'change'",
                        "did you mean `changed`?"),
                of(
                        "parameter without value",
                        CSV,
                        "              layout: nordic-flat",
                        "              «layout:",
                        "`layout` has no value"),
                of(
                        "property never used",
                        QUEUE,
                        "      whenBroken:",
                        "      «notUsed:\n        title: Not used\n        type: string\n      whenBroken:",
                        "`notUsed` is used nowhere"),
                of(
                                "property not declared",
                                QUEUE,
                                "expression: \"{{whenBroken}}\"",
                                "expression: \"«{{whenBrokn}}\"",
                                "there is no setting 'whenBrokn'",
                                "did you mean `{{whenBroken}}`?")
                        .also("`whenBroken` is used nowhere"),
                of(
                                "required is no property",
                                QUEUE,
                                "      - format\n",
                                "      - format\n      - «formt\n",
                                "`formt` is required and is no property",
                                "did you mean `format`?")
                        .also("is not told `formt`"),
                of(
                                "name of a kamelet",
                                QUEUE,
                                "name: queue-messages",
                                "name: «queue-receipt",
                                "the kamelet is called 'queue-receipt'",
                                "call it 'queue-messages'")
                        .also("no kamelet 'queue-messages'"),
                of("type of a kamelet", QUEUE, "kamelet.type: action", "kamelet.type: «acton", "the type is 'acton'"),
                of("kind of a kamelet", QUEUE, "kind: Kamelet", "kind: «Kamlet", "`kind` is 'Kamlet'"),
                of(
                                "source without sink",
                                SFTP,
                                "uri: kamelet:sink",
                                "uri: direct:contact-send",
                                "never sends to kamelet:sink")
                        .at("from:"));
    }
}
