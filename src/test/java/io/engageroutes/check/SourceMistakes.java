package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Names and folders of sources. */
final class SourceMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";

    private SourceMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                                "two names in a route",
                                CSV,
                                "            parameters:\n              source: till-csv",
                                "            parameters:\n              source: «till-cvs",
                                "the source is 'till-cvs' here and 'till-csv' in line 9")
                        .also("there is no source 'till-csv'"),
                of(
                                "file of another name",
                                CSV,
                                "        source: till-csv\n",
                                "        source: «till-other\n",
                                "the source is called 'till-other' and its file till-csv.camel.yaml")
                        .also("here and 'till-other'"),
                of(
                        "folder twice",
                        "sources/till-json.camel.yaml",
                        "        source: till-json\n",
                        "        source: till-json\n        folder: «till-csv\n",
                        "another route polls the same folder, in sources/till-csv.camel.yaml"),
                of(
                                "source with capitals",
                                CSV,
                                "        source: till-csv\n",
                                "        source: «TillCsv\n",
                                "the source is called 'TillCsv'")
                        .also("here and 'TillCsv'"));
    }
}
