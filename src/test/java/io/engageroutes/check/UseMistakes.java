package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Beans, endpoints, kamelets, placeholders, expressions, direct names and sources. */
final class UseMistakes {

    private static final String CSV = "sources/till-csv.camel.yaml";
    private static final String ERP = "sources/erp.camel.yaml";
    private static final String SHOP = "sources/shop.camel.yaml";
    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String CONTACTS = "flows/contacts.camel.yaml";
    private static final String RATES = "flows/exchange-rates.camel.yaml";
    private static final String POLICIES = "policies.camel.yaml";
    private static final String SFTP = "kamelets/sftp-documents.kamelet.yaml";
    private static final String QUEUE = "kamelets/queue-receipts.kamelet.yaml";

    private UseMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(beans(), endpoints(), kamelets(), words(), sources()).flatMap(each -> each);
    }

    private static Stream<Mistake> beans() {
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
                        "method: delivered(${exchangeProperty.receipt})",
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

    private static Stream<Mistake> endpoints() {
        return Stream.of(
                of(
                        "unknown component",
                        RATES,
                        "uri: timer",
                        "uri: «tiimer",
                        "there is no component 'tiimer'",
                        "did you mean `timer`?"),
                of(
                        "unknown option",
                        RATES,
                        "noop: true",
                        "«nop: true",
                        "`nop` is no option of file",
                        "did you mean `noop`?"),
                of(
                        "unknown option of an address",
                        RECEIPTS,
                        "httpMethod: POST",
                        "«httpMetod: POST",
                        "`httpMetod` is no option of https",
                        "did you mean `httpMethod`?"),
                of("option no boolean", RATES, "noop: true", "noop: «yes", "`noop` is 'yes'", "true or false"),
                of(
                        "option no word",
                        SHOP,
                        "httpMethodRestrict: POST\n",
                        "httpMethodRestrict: POST\n        «methods: POST\n",
                        "`methods` is no option of platform-http"),
                of(
                        "option of the other side",
                        RATES,
                        "tempFileName: .ecb.part",
                        "tempFileName: .ecb.part\n              «noop: true",
                        "`noop` counts only where messages come from"),
                of(
                        "required option",
                        RATES,
                        "      uri: timer\n      parameters:\n        timerName: exchange-rates\n",
                        "      uri: «timer\n      parameters:\n",
                        "'timer' is not told `timerName`"),
                of(
                                "option twice",
                                RATES,
                                "uri: timer\n",
                                "uri: timer:exchange-rates?delay=0\n",
                                "the option `delay` is given twice")
                        .at("delay: 0"),
                of(
                                "read lock that SFTP ignores",
                                SFTP,
                                "readLock: \"{{complete}}\"",
                                "readLock: «idempotent",
                                "which SFTP ignores")
                        .also("`complete` is used nowhere"),
                of(
                                "no such word as an option",
                                RECEIPTS,
                                "cacheLevelName: CACHE_CONSUMER",
                                "cacheLevelName: «CACHE_CONSUMR",
                                "did you mean `CACHE_CONSUMER`?")
                        .also("can be lost"),
                of(
                        "host key not checked",
                        SFTP,
                        "strictHostKeyChecking: \"yes\"",
                        "strictHostKeyChecking: «\"no\"",
                        "`strictHostKeyChecking` is 'no'",
                        "yes is meant"),
                of(
                        "messages acknowledged first",
                        ERP,
                        "transacted: true",
                        "transacted: «false",
                        "`transacted` is 'false'",
                        "can be lost"),
                of(
                        "object messages",
                        ERP,
                        "uri: jms\n      parameters:\n        destinationName: \"{{erp.queue}}\"\n        transacted: true\n        lazyCreateTransactionManager: false\n        cacheLevelName: CACHE_CONSUMER\n        concurrentConsumers: \"{{erp.consumers}}\"\n        mapJmsMessage: false",
                        "uri: «jms\n      parameters:\n        destinationName: \"{{erp.queue}}\"\n        transacted: true\n        lazyCreateTransactionManager: false\n        cacheLevelName: CACHE_CONSUMER\n        concurrentConsumers: \"{{erp.consumers}}\"",
                        "add `mapJmsMessage: false`"),
                of(
                        "odd queue",
                        RECEIPTS,
                        "destinationName: \"{{queue.dead}}\"",
                        "destinationName: «receipts dead",
                        "'receipts dead' is no good name of a queue"),
                of(
                        "ftp",
                        RATES,
                        "uri: \"{{currency.ecb.url}}\"\n            parameters:\n              httpMethod: GET",
                        "uri: «ftp://host/rates",
                        "'ftp' is not safe"),
                of(
                        "producer only",
                        RATES,
                        "uri: timer\n      parameters:\n        timerName: exchange-rates\n        delay: 0\n        period: \"{{currency.ecb.every}}\"",
                        "uri: «log:rates",
                        "nothing can be taken from 'log'"),
                of(
                        "consumer only",
                        RATES,
                        "uri: \"{{currency.ecb.url}}\"\n            parameters:\n              httpMethod: GET",
                        "uri: «timer:x",
                        "nothing can be sent to 'timer'"));
    }

    private static Stream<Mistake> kamelets() {
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
                                "uri: kamelet:queue-receipts",
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
                                "`layuot` is no parameter of queue-receipts",
                                "did you mean `layout`?")
                        .also("needs a layout"),
                of(
                        "required parameter",
                        CSV,
                        "uri: kamelet:queue-receipts\n            parameters:\n              source: till-csv\n              format: delimited\n              layout: nordic-flat",
                        "uri: «kamelet:queue-receipts\n            parameters:\n              source: till-csv",
                        "queue-receipts is not told `format`"),
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
                                "name: queue-receipts",
                                "name: «queue-receipt",
                                "the kamelet is called 'queue-receipt'",
                                "call it 'queue-receipts'")
                        .also("no kamelet 'queue-receipts'"),
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

    private static Stream<Mistake> words() {
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
                                "of ${exchangeProperty.receipt.businessKey}",
                                "of ${exchangeProperty.receipt.businessKey",
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
                                "uri: direct\n            parameters:\n              name: requeue-receipts",
                                "uri: «direct:requeue",
                                "no route begins with direct:requeue")
                        .also("nothing sends to direct:requeue-receipts"),
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

    private static Stream<Mistake> sources() {
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
