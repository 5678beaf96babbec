package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Beans, methods and classes. */
final class BeanMistakes {

    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String POLICIES = "policies.camel.yaml";
    private static final String SFTP = "kamelets/sftp-documents.kamelet.yaml";

    private BeanMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                        "unknown bean",
                        RECEIPTS,
                        "ref: parcels",
                        "ref: «parcel",
                        "there is no bean 'parcel'",
                        "did you mean `parcels`?"),
                of(
                        "unknown method",
                        RECEIPTS,
                        "method: unpack",
                        "method: «unpck",
                        "'unpck' is no call of the bean 'parcels'",
                        "did you mean `unpack`?"),
                of(
                        "too few arguments",
                        RECEIPTS,
                        "method: delivered(${exchangeProperty.message})",
                        "method: «delivered()",
                        "is no call of the bean 'ends'",
                        "delivered("),
                of(
                        "too many arguments",
                        RECEIPTS,
                        "skipped(${body}, 'no-contact')",
                        "«skipped(${body}, 'no-contact', 1)",
                        "is no call of the bean 'ends'",
                        "skipped("),
                of(
                        "unknown executor",
                        RECEIPTS,
                        "\"#engageCalls\"",
                        "\"«#engageCall\"".replace("\"«#", "\"#«"),
                        "there is no bean 'engageCall'",
                        "did you mean `engageCalls`?"),
                of(
                        "unknown policy",
                        RECEIPTS,
                        "routePolicy: stopWhileEngageIsAway",
                        "routePolicy: «stopWhileAway",
                        "there is no bean 'stopWhileAway'"),
                of(
                        "no policy",
                        RECEIPTS,
                        "routePolicy: stopWhileEngageIsAway",
                        "routePolicy: «parcels",
                        "the bean 'parcels' is a Parcels",
                        "a RoutePolicy is meant"),
                of(
                        "no executor",
                        RECEIPTS,
                        "\"#engageCalls\"",
                        "\"#«parcels\"",
                        "the bean 'parcels' is a Parcels",
                        "an ExecutorService"),
                of(
                        "bean of another type",
                        SFTP,
                        "\"#fileClaims\"",
                        "\"#«sourceTrouble\"",
                        "the bean 'sourceTrouble' is a SourceTrouble",
                        "IdempotentRepository"),
                of(
                        "method not said",
                        "flows/exchange-rates.camel.yaml",
                        "ref: rateFiles\n            method: load",
                        "«ref: rateFiles",
                        "the bean 'rateFiles' has several methods",
                        "`load`"),
                of(
                        "unknown bean of an endpoint",
                        SFTP,
                        "\"#fileClaims\"",
                        "\"#«fileClaim\"",
                        "there is no bean 'fileClaim'",
                        "did you mean `fileClaims`?"),
                of(
                        "unknown bean of a method",
                        RECEIPTS,
                        "method:\n                ref: settlement",
                        "method:\n                ref: «settlements",
                        "there is no bean 'settlements'"),
                of(
                        "unknown exception",
                        POLICIES,
                        "- io.engageroutes.engage.EngageIsAway",
                        "- «io.engageroutes.engage.EngageIsAwy",
                        "there is no class io.engageroutes.engage.EngageIsAwy"),
                of(
                        "no exception",
                        POLICIES,
                        "- io.engageroutes.engage.EngageIsAway",
                        "- «java.lang.String",
                        "java.lang.String is no exception"),
                of(
                        "unknown result type",
                        RECEIPTS,
                        "resultType: java.lang.Long",
                        "resultType: «java.lang.Lnog",
                        "there is no class java.lang.Lnog"));
    }
}
