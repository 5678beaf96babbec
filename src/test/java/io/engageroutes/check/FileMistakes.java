package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Names, YAML, Camel's schema and ids. */
final class FileMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";
    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String CONTACTS = "flows/contacts.camel.yaml";
    private static final String POLICIES = "policies.camel.yaml";
    private static final String ROUTE = """
            - route:
                id: more-files
                description: More of it
                routeConfigurationId: documents
                from:
                  uri: timer
                  parameters:
                    timerName: more
                  steps:
                    - log:
                        message: more
            """;

    private FileMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of("two dots", "sources/till.new.camel.yaml", null, ROUTE, "till.new.camel.yaml", "no other dot"),
                of("capitals in the name", "sources/TillNew.camel.yaml", null, ROUTE, "lower-case letters"),
                of("no camel in the name", "sources/till-new.yaml", null, ROUTE, "end it in .camel.yaml"),
                of("yml", "sources/till-new.yml", null, ROUTE, "end it in .camel.yaml"),
                of("kamelet elsewhere", "sources/more.kamelet.yaml", null, Kamelet.TEXT, "move it to kamelets/"),
                of(
                        "tab",
                        CSV,
                        "    id: till-csv-files",
                        "«\tid: till-csv-files",
                        "a tab stands here",
                        "by spaces only"),
                of(
                        "key twice",
                        CSV,
                        "    from:",
                        "    «description: again\n    from:",
                        "`description` stands here twice, first in line 4"),
                of("second colon", CSV, "Fetch CSV", "Fetch«: CSV", "a second colon", "quotes"),
                of(
                                "indentation",
                                CSV,
                                "    routeConfigurationId",
                                "  routeConfigurationId",
                                "indented too far",
                                "line up keys")
                        .at(":\n      uri"),
                of(
                        "quote open",
                        CSV,
                        "layout: nordic-flat\n",
                        "layout: \"nordic-flat\n«",
                        "has no end",
                        "close the quote"),
                of(
                        "two documents",
                        CSV,
                        null,
                        "---\n«- route: {}\n",
                        "a second YAML document",
                        "one file is one document"),
                of("empty file", "sources/till-new.camel.yaml", null, "# nothing\n", "the file holds nothing"),
                of(
                        "alias",
                        CSV,
                        "id: till-csv-files",
                        "id: &one till-csv-files\n    group: «*one",
                        "'*one' refers to another place"),
                of(
                        "no list",
                        "sources/till-new.camel.yaml",
                        null,
                        "«route:\n  id: x\n",
                        "the file is no list",
                        "begin every route with `- route:`"),
                of(
                        "unknown entry",
                        CSV,
                        "- route:",
                        "- «rout:",
                        "`rout` is no key of an entry",
                        "did you mean `route`?"),
                of(
                        "misspelt uri",
                        CSV,
                        "uri: kamelet:sftp",
                        "«urii: kamelet:sftp",
                        "`urii` is no key of `from`",
                        "did you mean `uri`?"),
                of(
                        "misspelt steps",
                        CONTACTS,
                        "            steps:\n              - to:\n                  uri: direct\n                  parameters:\n                    name: create-contact",
                        "            «step:\n              - to:\n                  uri: direct\n                  parameters:\n                    name: create-contact",
                        "`step` is no key of `filter`",
                        "did you mean `steps`?"),
                of(
                        "misspelt step",
                        RECEIPTS,
                        "- bean:\n            description: The receipts of",
                        "- «baen:\n            description: The receipts of",
                        "`baen` is no key of",
                        "did you mean `bean`?"),
                of(
                        "from without uri",
                        CSV,
                        "    from:\n      uri: kamelet:sftp-documents\n",
                        "    «from:\n",
                        "`from` has no `uri`",
                        "add it"),
                of(
                        "two keys in a step",
                        RECEIPTS,
                        "- removeHeaders:\n            description: Nothing",
                        "- log:\n            message: x\n          «removeHeaders:\n            description: Nothing",
                        "`removeHeaders` stands in one entry with `log`",
                        "hyphen of its own"),
                of(
                        "text for keys",
                        RECEIPTS,
                        "- choice:\n            when:",
                        "- filter: «all\n        - choice:\n            when:",
                        "`filter` is one value, 'all'",
                        "`steps`"),
                of(
                        "keys for text",
                        RECEIPTS,
                        "method: unpack",
                        "method:\n              «name: unpack",
                        "`method` has keys below it",
                        "one value is to stand here"),
                of(
                        "list for keys",
                        CSV,
                        "    from:\n      uri: kamelet:sftp-documents\n      parameters:\n        source: till-csv",
                        "    from:\n      uri: kamelet:sftp-documents\n      parameters:\n        «- source: till-csv",
                        "`parameters` is a list",
                        "without hyphens"),
                of(
                        "steps without hyphens",
                        RECEIPTS,
                        "steps:\n        - to:\n            uri: direct\n            parameters:\n              name: post-receipt",
                        "steps:\n          «to:\n            uri: direct\n            parameters:\n              name: post-receipt",
                        "`steps` is no list",
                        "hyphen"),
                of("nothing behind a key", RECEIPTS, "method: unpack", "«method:", "`method` has nothing behind it"),
                of(
                        "no boolean",
                        RECEIPTS,
                        "parallelProcessing: true",
                        "parallelProcessing: «yes",
                        "`parallelProcessing` is 'yes'",
                        "true or false"),
                of(
                        "no such word",
                        CONTACTS,
                        "loggingLevel: DEBUG",
                        "loggingLevel: «DEBUGG",
                        "`loggingLevel` is 'DEBUGG'",
                        "did you mean `DEBUG`?"),
                of(
                        "no number",
                        CSV,
                        "routeConfigurationId: documents",
                        "routeConfigurationId: documents\n    startupOrder: «first",
                        "`startupOrder` is 'first'",
                        "a number"),
                of(
                        "no expression",
                        CONTACTS,
                        "- filter:\n            expression:\n              simple:\n                expression: ${exchangeProperty.contactKnown} == false\n",
                        "- «filter:\n",
                        "`filter` has no expression"),
                of(
                        "two languages",
                        RECEIPTS,
                        "            expression:\n              simple:\n                expression: \"{{engage.user-agent}}\"",
                        "            expression:\n              simple:\n                expression: \"{{engage.user-agent}}\"\n              «constant:\n                expression: x",
                        "`constant` stands beside `simple`",
                        "only one"),
                of(
                        "flat onException",
                        POLICIES,
                        null,
                        "- routeConfiguration:\n    id: flat\n    onException:\n      - «exception:\n          - java.lang.Exception\n",
                        "`exception` is no key of an entry",
                        "did you mean `onException`?"));
    }

    /** A kamelet that is right. */
    static final class Kamelet {

        static final String TEXT = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: more
                  labels:
                    camel.apache.org/kamelet.type: action
                spec:
                  definition:
                    title: More
                    type: object
                    properties:
                      what:
                        title: What
                        type: string
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - log:
                            message: "{{what}}"
                """;

        private Kamelet() {}
    }
}
