package io.engageroutes.callback.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Callbacks signed by an HMAC in a header. The secret is the key as it stands, as Shopify, WooCommerce and most others have it. */
final class HmacScheme implements Scheme {

    private static final Pattern ALGORITHMS = Pattern.compile("HmacSHA(1|256|384|512)");
    private static final String BODY = "${body}";
    private static final Pattern FIELD = Pattern.compile("[$][{](id|timestamp)}");

    /**
     * What differs between shops.
     *
     * @param header the header of the signature
     * @param algorithm such as {@code HmacSHA256}
     * @param encoding {@code base64}, {@code base64url} or {@code hex}
     * @param prefix what stands before the signature, such as {@code sha256=}, or empty
     * @param content what is signed, such as {@code ${timestamp}.${body}}
     * @param idHeader the header of {@code ${id}}, or empty
     * @param timestampHeader the header of {@code ${timestamp}}, in seconds, or empty
     */
    record Form(
            String header,
            String algorithm,
            String encoding,
            String prefix,
            String content,
            String idHeader,
            String timestampHeader) {}

    private final Form form;
    private final Encoding encoding;
    private final String before;
    private final String after;
    private final Recently recently;
    private final List<SecretKeySpec> secrets = new ArrayList<>();

    /** @throws IllegalArgumentException when there is no secret, or the form is none */
    HmacScheme(Form form, List<String> secrets, Recently recently) {
        this.form = form;
        this.recently = recently;
        if (!ALGORITHMS.matcher(form.algorithm()).matches()) {
            throw new IllegalArgumentException("algorithm " + form.algorithm()
                    + ": use HmacSHA256, HmacSHA384, HmacSHA512, or HmacSHA1 where a shop has no better");
        }
        this.encoding = Encoding.of(form.encoding());
        int body = form.content().indexOf(BODY);
        if (body < 0 || body != form.content().lastIndexOf(BODY)) {
            throw new IllegalArgumentException("signed " + form.content() + ": ${body} must stand in it once");
        }
        this.before = form.content().substring(0, body);
        this.after = form.content().substring(body + BODY.length());
        if (FIELD.matcher(before + after).replaceAll("").contains("${")) {
            throw new IllegalArgumentException(
                    "signed " + form.content() + ": only ${id}, ${timestamp} and ${body} are known");
        }
        requireHeader("${id}", form.idHeader(), "idHeader");
        requireHeader("${timestamp}", form.timestampHeader(), "timestampHeader");
        for (String secret : Secrets.given(secrets)) {
            this.secrets.add(Secrets.text(secret, form.algorithm()));
        }
    }

    private void requireHeader(String field, String header, String parameter) {
        if ((before + after).contains(field) && header.isBlank()) {
            throw new IllegalArgumentException("signed has " + field + ": give " + parameter + " too");
        }
    }

    @Override
    public void verify(CallbackHeaders headers, byte[] body) {
        String given = headers.one(form.header()).strip();
        if (!form.timestampHeader().isBlank()) {
            recently.require(form.timestampHeader(), headers.one(form.timestampHeader()));
        }
        if (!given.startsWith(form.prefix())) {
            throw new BadSignature(form.header() + " does not begin with " + form.prefix());
        }
        byte[] signature = encoding.decoded(given.substring(form.prefix().length()))
                .orElseThrow(() -> new BadSignature("the signature in " + form.header() + " is no " + encoding));
        byte[] head = filled(before, headers);
        byte[] tail = filled(after, headers);
        for (SecretKeySpec secret : secrets) {
            if (MessageDigest.isEqual(mac(secret, head, body, tail), signature)) {
                return;
            }
        }
        throw new BadSignature("the signature in " + form.header()
                + " does not match: check that the sender signs these very bytes with the secret set here");
    }

    private byte[] filled(String template, CallbackHeaders headers) {
        return FIELD.matcher(template)
                .replaceAll(field -> Matcher.quoteReplacement(
                        headers.one(field.group(1).equals("id") ? form.idHeader() : form.timestampHeader())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mac(SecretKeySpec secret, byte[] head, byte[] body, byte[] tail) {
        try {
            Mac mac = Mac.getInstance(form.algorithm());
            mac.init(secret);
            mac.update(head);
            mac.update(body);
            return mac.doFinal(tail);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + form.algorithm(), e);
        }
    }
}
