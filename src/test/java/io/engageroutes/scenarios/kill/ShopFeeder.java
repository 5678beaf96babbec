package io.engageroutes.scenarios.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shop: calls back with one receipt after the other, each again under the same id until it is answered 202. */
final class ShopFeeder implements Callable<Void> {

    private static final byte[] SECRET = "the shop's secret of this run".getBytes(StandardCharsets.US_ASCII);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final URI address;
    private final List<Sale> sales;
    private final Duration each;
    private final Patience patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param each how long to wait between two callbacks */
    ShopFeeder(int port, List<Sale> sales, Duration each, Patience patience) {
        this.address = URI.create("http://127.0.0.1:" + port + "/callbacks/shop");
        this.sales = sales;
        this.each = each;
        this.patience = patience;
    }

    /** The setting {@code shop.secrets}. */
    static String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(SECRET);
    }

    @Override
    public Void call() throws Exception {
        for (Sale sale : sales) {
            while (!taken(sale)) {
                repeated.incrementAndGet();
                patience.pause(BEFORE_AGAIN);
            }
            patience.pause(each);
        }
        return null;
    }

    /** How many callbacks were made again. */
    int repeated() {
        return repeated.get();
    }

    private boolean taken(Sale sale) throws InterruptedException {
        String id = "order-" + sale.number();
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + '.' + timestamp + '.' + sale.json()))
                .POST(BodyPublishers.ofString(sale.json()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException away) {
            return false;
        }
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
