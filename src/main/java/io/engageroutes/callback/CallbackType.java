package io.engageroutes.callback;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Route step: whether a callback's headers say that its body can be what the source reads. */
public final class CallbackType {

    private static final Pattern TYPE = Pattern.compile("\\s*[^;\\s/]+/(?:[^;\\s]*[+])?([^;\\s+]+)\\s*(?:;.*)?");
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([^\";\\s]+).*");

    /**
     * The property {@code callback-contentType} names the type, such as {@code application/xml}; {@code text/xml} and {@code
     * application/vnd.shop+xml} are of the same kind. A callback without the header can be anything.
     *
     * @throws WrongContentType when it is of another kind, compressed, or JSON in another charset than UTF-8
     */
    public void require(Exchange exchange) {
        String wanted = exchange.getProperty("callback-contentType", "application/json", String.class);
        String encoding = header(exchange, "Content-Encoding");
        if (!encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw new WrongContentType(wanted, "the body is compressed: send it as it is");
        }
        String type = header(exchange, Exchange.CONTENT_TYPE);
        if (type.isBlank()) {
            return;
        }
        Matcher kind = TYPE.matcher(type.toLowerCase(Locale.ROOT));
        String kindWanted = wanted.substring(wanted.lastIndexOf('/') + 1);
        if (!kind.matches() || !kind.group(1).equals(kindWanted)) {
            throw new WrongContentType(wanted, "the body is not said to be " + wanted);
        }
        if (kindWanted.equals("json") && !isUtf8(type)) {
            throw new WrongContentType(wanted, "JSON is in UTF-8, and the body is said to be in another charset");
        }
    }

    private static boolean isUtf8(String type) {
        Matcher charset = CHARSET.matcher(type);
        return !charset.matches() || UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT));
    }

    private static String header(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, "", String.class);
    }
}
