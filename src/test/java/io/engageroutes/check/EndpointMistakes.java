package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Components and their options. */
final class EndpointMistakes {

    private static final String ERP = "sources/erp.camel.yaml";
    private static final String SHOP = "sources/shop.camel.yaml";
    private static final String RECEIPTS = "flows/receipts.camel.yaml";
    private static final String RATES = "flows/exchange-rates.camel.yaml";
    private static final String SFTP = "kamelets/sftp-documents.kamelet.yaml";

    private EndpointMistakes() {}

    static Stream<Mistake> all() {
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
                        "flows/dead-letters.camel.yaml",
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
}
