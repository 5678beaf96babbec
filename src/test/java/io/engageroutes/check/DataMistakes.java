package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Formats, layouts, tables and tests. */
final class DataMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";
    private static final String FLAT = "layouts/nordic-flat.yaml";
    private static final String APART = "layouts/nordic-flat-apart.yaml";
    private static final String GENERIC = "layouts/poslog/generic-6.yaml";
    private static final String EXTENDA = "layouts/poslog/extenda.yaml";
    private static final String WINCOR = "layouts/poslog/wincor.yaml";
    private static final String STORES = "data/stores.csv";
    private static final String VAT = "data/vat-rates.csv";

    private DataMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(uses(), layouts(), tables(), tests()).flatMap(each -> each);
    }

    private static Stream<Mistake> uses() {
        return Stream.of(
                of(
                        "unknown format",
                        CSV,
                        "format: delimited",
                        "format: «delimted",
                        "there is no format 'delimted'",
                        "did you mean `delimited`?"),
                of(
                        "unknown layout",
                        CSV,
                        "layout: nordic-flat",
                        "layout: «nordic-flatt",
                        "there is no layout 'nordic-flatt'",
                        "did you mean `nordic-flat`?"),
                of(
                        "layout that is needed",
                        CSV,
                        "format: delimited\n              layout: nordic-flat",
                        "format: «delimited",
                        "the format 'delimited' needs a layout"),
                of(
                        "mapping that is none",
                        "sources/till-json.camel.yaml",
                        "format: json",
                        "format: json\n              layout: «nordic-flat",
                        "there is no layout 'nordic-flat'"),
                of(
                        "layout of another format",
                        CSV,
                        "layout: nordic-flat",
                        "layout: «poslog/wincor",
                        "is none of the format 'delimited'",
                        "did you mean `format: poslog`?"));
    }

    private static Stream<Mistake> layouts() {
        return Stream.of(
                of("tab in a layout", FLAT, "  currency: { con", "«\tcurrency: { con", "a tab stands here"),
                of(
                        "key twice in a profile",
                        WINCOR,
                        "  - as: information\n",
                        "  - as: information\n    «as: basket\n",
                        "`as` stands here twice"),
                of(
                        "unknown key",
                        FLAT,
                        "rows: together",
                        "«rws: together",
                        "`rws` is no key here",
                        "did you mean `rows`?"),
                of(
                        "unknown key below",
                        FLAT,
                        "  sku: Artikelnr",
                        "  «skku: Artikelnr",
                        "`line.skku` is no key here",
                        "did you mean `sku`?"),
                of("unknown word", FLAT, "rows: together", "rows: «togther", "'togther' as `rows`", "together"),
                of(
                        "unknown encoding",
                        FLAT,
                        "encoding: windows-1252",
                        "encoding: «windows-12520",
                        "'windows-12520' as `encoding`",
                        "a known encoding"),
                of("wrong date", FLAT, "date: yyyy-MM-dd", "date: «yyyy-QQQQQQQ-dd", "as `date`", "a pattern such as"),
                of(
                        "fault above a base",
                        APART,
                        "mostReceipts: 50000",
                        "mostReceipts: «many",
                        "'many' as `mostReceipts`",
                        "a whole number"),
                of(
                        "base that is not there",
                        APART,
                        "extends: nordic-flat",
                        "extends: «nordic-flaat",
                        "'nordic-flaat' as `extends`",
                        "there is no nordic-flaat.yaml"),
                of(
                        "settings alone that lead nowhere",
                        "layouts/own-shop.jslt.yaml",
                        null,
                        "extends: «shop/shopfy\nvalues: { storeId: \"014\" }\n",
                        "leads to no mapping",
                        "shop/shopify"),
                of(
                        "unknown key of settings alone",
                        "layouts/own-shop.jslt.yaml",
                        null,
                        "extends: shop/shopify\n«value: { storeId: \"014\" }\n",
                        "`value` is no key here",
                        "did you mean `values`?"),
                of(
                        "unknown key of a profile",
                        EXTENDA,
                        "  unitPrice:",
                        "  «unitPrise:",
                        "`item.unitPrise`",
                        "did you mean `unitPrice`?"),
                of("no path", WINCOR, "MerchandiseHierarchy]\n", "«\"Merchandise[Hierarchy\"]\n", "is no path"),
                of(
                        "word of a profile",
                        WINCOR,
                        "- as: information",
                        "- as: «informtion",
                        "'informtion' as `discounts[0].as`",
                        "basket"),
                of(
                        "fault of a base profile",
                        GENERIC,
                        "taxIncluded: true",
                        "taxIncluded: «often",
                        "'often' as `taxIncluded`"),
                of(
                        "number of a base profile",
                        GENERIC,
                        "elements: 50000",
                        "elements: «-1",
                        "as `limits.elements`",
                        "above zero"),
                of(
                        "base profile that is not there",
                        EXTENDA,
                        "extends: generic-6",
                        "extends: «generic-7",
                        "'generic-7' as `extends`",
                        "there is no generic-7.yaml"));
    }

    private static Stream<Mistake> tables() {
        return Stream.of(
                of(
                        "zone",
                        STORES,
                        "014;Göteborg;Europe/Stockholm",
                        "014;Göteborg;«Europe/Stokholm",
                        "zone 'Europe/Stokholm'",
                        "IANA"),
                of("country", STORES, "Europe/Oslo;NO", "Europe/Oslo;«no", "country 'no'", "two capital letters"),
                of("store twice", STORES, null, "«WEB;Again;Europe/Stockholm;SE;\n", "id 'WEB'", "keep one"),
                of(
                                "columns",
                                STORES,
                                "201;København;Europe/Copenhagen;DK;da-DK",
                                "201;København;Europe/Copenhagen;DK",
                                "has 4 columns")
                        .at("line of 201;"),
                of("percent", VAT, "SE;12;;", "SE;«12%;;", "percent '12%'", "a number from 0 to 100"),
                of("day", VAT, "FI;24;;2024-08-31", "FI;24;;«31.8.2024", "to '31.8.2024'", "like 2026-01-01"));
    }

    private static Stream<Mistake> tests() {
        return Stream.of(
                of("test without document", "tests/till-csv/new/expected.json", null, "[]", "the test has no document")
                        .at("folder"),
                of("test without result", "tests/till-csv/new/input.csv", null, "x", "the test has no expected.json")
                        .at("folder"),
                of("test of no source", "tests/till-cvs/new/input.csv", null, "x", "the test has no expected.json")
                        .at("folder")
                        .also("there is no source 'till-cvs'; did you mean `till-csv`?"));
    }
}
