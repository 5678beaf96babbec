package io.engageroutes.callback.scheme;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The schemes by name, with what a source sets about them. */
public final class Schemes {

    private static final String HMAC_SHA256 = "HmacSHA256";

    private final Duration tolerance;
    private final Clock clock;

    /** @param tolerance how far a signature's time may be from the clock, where there is one; usually 5 minutes */
    public Schemes(Duration tolerance, Clock clock) {
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * A scheme.
     *
     * @param name shopify, woocommerce, standard-webhooks, hmac, rsa or static-header
     * @param secrets secrets or public keys; two while one is being exchanged
     * @param parameters header, algorithm, encoding, prefix, signed, idHeader, timestampHeader; blank for the scheme's own
     * @throws IllegalArgumentException with what is wrong, without a character of a secret
     */
    public Scheme of(String name, List<String> secrets, Map<String, String> parameters) {
        return switch (name) {
            case "shopify" -> base64Hmac("X-Shopify-Hmac-SHA256", secrets);
            case "woocommerce" -> base64Hmac("X-WC-Webhook-Signature", secrets);
            case "standard-webhooks" -> new StandardWebhooks(secrets, tolerance, clock);
            case "hmac" ->
                new HmacScheme(
                        new HmacScheme.Form(
                                header(name, parameters, ""),
                                or(parameters, "algorithm", HMAC_SHA256),
                                or(parameters, "encoding", "base64"),
                                or(parameters, "prefix", ""),
                                or(parameters, "signed", "${body}"),
                                or(parameters, "idHeader", ""),
                                or(parameters, "timestampHeader", "")),
                        secrets,
                        new Recently(tolerance, clock));
            case "rsa" -> new RsaScheme(header(name, parameters, "x-adobe-commerce-webhook-signature"), secrets);
            case "static-header" -> new StaticHeader(header(name, parameters, ""), secrets);
            default ->
                throw new IllegalArgumentException(
                        "scheme " + name + ": use shopify, woocommerce, standard-webhooks, hmac, rsa or static-header");
        };
    }

    private Scheme base64Hmac(String header, List<String> secrets) {
        return new HmacScheme(
                new HmacScheme.Form(header, HMAC_SHA256, "base64", "", "${body}", "", ""),
                secrets,
                new Recently(tolerance, clock));
    }

    private static String header(String scheme, Map<String, String> parameters, String usual) {
        String header = or(parameters, "header", usual);
        if (header.isEmpty()) {
            throw new IllegalArgumentException("scheme " + scheme + " needs the parameter header");
        }
        return header;
    }

    private static String or(Map<String, String> parameters, String name, String usual) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? usual : value.trim();
    }
}
