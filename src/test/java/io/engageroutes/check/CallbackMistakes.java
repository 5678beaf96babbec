package io.engageroutes.check;

import static io.engageroutes.check.Mistake.of;

import java.util.stream.Stream;

/** Callbacks: who is let in, and what becomes of what they bring. */
final class CallbackMistakes {

    private static final String SHOP = "sources/shop.camel.yaml";
    private static final String SHOPIFY = "sources/shopify.camel.yaml";
    private static final String BIG = "sources/bigcommerce.camel.yaml";

    private CallbackMistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                of(
                        "unknown scheme",
                        SHOPIFY,
                        "scheme: shopify",
                        "scheme: «shopfy",
                        "`scheme` is 'shopfy'",
                        "did you mean `shopify`?"),
                of(
                        "unknown parameter of a callback",
                        SHOPIFY,
                        "secrets: shopify.secrets",
                        "secrets: shopify.secrets\n              «topic: orders/paid",
                        "`topic` is no parameter of take-callback"),
                of(
                        "setting of secrets that is none",
                        SHOPIFY,
                        "secrets: shopify.secrets",
                        "secrets: «shopify.secret",
                        "there is no setting 'shopify.secret'",
                        "did you mean `shopify.secrets`?"),
                of(
                        "secret in a route",
                        SHOPIFY,
                        "secrets: shopify.secrets",
                        "secrets: «Shpss_1234",
                        "`secrets` is no name of a setting",
                        "no secret stands in a route"),
                of(
                        "secret by placeholder",
                        SHOPIFY,
                        "secrets: shopify.secrets",
                        "secrets: «'{{shopify.secrets}}'",
                        "`secrets` is no name of a setting",
                        "without braces"),
                of(
                                "scheme without its header",
                                BIG,
                                "              header: X-Callback-Secret\n",
                                "",
                                "scheme static-header needs the parameter header")
                        .at("kamelet:take-callback"),
                of(
                        "algorithm of hmac",
                        BIG,
                        "scheme: static-header",
                        "scheme: hmac\n              algorithm: «HmacMD5",
                        "`algorithm` is 'HmacMD5'"),
                of(
                        "signed without body",
                        BIG,
                        "scheme: static-header",
                        "scheme: hmac\n              signed: «${timestamp}",
                        "signed ${timestamp}: ${body} must stand in it once"),
                of(
                        "signed time without its header",
                        BIG,
                        "scheme: static-header",
                        "scheme: hmac\n              signed: «'${timestamp}.${body}'",
                        "signed has ${timestamp}: give timestampHeader too"),
                of(
                                "inbox that nobody reads",
                                SHOP,
                                "destinationName: callbacks.shop\n",
                                "destinationName: callbacks.shops\n",
                                "nobody reads the queue callbacks.shop,",
                                "`callbacks.shops` is read")
                        .at("shop\n              scheme"),
                of(
                                "inbox opened for another source",
                                SHOP,
                                "uri: kamelet:queue-messages\n            parameters:\n              source: shop\n",
                                "uri: kamelet:queue-messages\n            parameters:\n              source: «shops\n",
                                "the source is 'shops' here and 'shop'")
                        .also("no source 'shop'"),
                of(
                        "callback at another address",
                        SHOP,
                        "uri: platform-http:/callbacks/shop",
                        "uri: «platform-http:/hooks/shop",
                        "callbacks are taken at '/hooks/shop'",
                        "below /callbacks/"));
    }
}
