package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Ids, descriptions and route configurations. */
final class IdMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";
    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String POLICIES = "policies.camel.yaml";

    private IdMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                        "route without id",
                        CSV,
                        "- route:\n    id: till-csv-files\n",
                        "- «route:\n",
                        "the route has no `id`"),
                of(
                        "id with capitals",
                        CSV,
                        "id: till-csv-files",
                        "id: «tillCsvFiles",
                        "'tillCsvFiles' is not in kebab-case"),
                of(
                        "id twice",
                        "sources/till-json.camel.yaml",
                        "id: till-json-files",
                        "id: «till-csv-files",
                        "the id 'till-csv-files' is already in",
                        "give it another one"),
                of(
                        "no description",
                        CSV,
                        "- route:\n    id: till-csv-files\n    description: Fetch CSV receipt files and queue their receipts",
                        "- «route:\n    id: till-csv-files",
                        "the route has no `description`"),
                of(
                        "no configuration",
                        CSV,
                        "- route:\n    id: till-csv-files\n    description: Fetch CSV receipt files and queue their receipts\n    routeConfigurationId: documents",
                        "- «route:\n    id: till-csv-files\n    description: Fetch CSV receipt files and queue their receipts",
                        "the route has no `routeConfigurationId`",
                        "`documents`"),
                of(
                        "unknown configuration",
                        CSV,
                        "routeConfigurationId: documents",
                        "routeConfigurationId: «document",
                        "there is no route configuration 'document'",
                        "did you mean `documents`?"),
                of(
                        "one of two configurations",
                        CSV,
                        "routeConfigurationId: documents",
                        "routeConfigurationId: documents,«storage",
                        "there is no route configuration 'storage'"),
                of(
                        "nameless configuration",
                        POLICIES,
                        null,
                        "- «routeConfiguration:\n    description: For all\n    errorHandler:\n      noErrorHandler: {}\n",
                        "the route configuration has no `id`",
                        "silently"),
                of(
                        "step id twice",
                        RECEIPTS,
                        "- bean:\n            description: The receipts of the parcel",
                        "- log:\n            id: here\n            message: x\n        - bean:\n            id: «here\n            description: The receipts of the parcel",
                        "the id 'here' is already in"),
                of(
                        "bare from",
                        "sources/till-new.camel.yaml",
                        null,
                        "- «from:\n    uri: timer:x\n    steps:\n      - log: x\n",
                        "begins with `from` alone",
                        "put `route:` around it"));
    }
}
