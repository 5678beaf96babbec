package io.engageroutes.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Plays the ERP, which puts receipts, IDocs and invoices on its queues, and the web shop, which signs its callbacks. */
@Profile("sandbox")
@Component
final class SampleMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SampleMessages.class);

    private final JmsTemplate broker;
    private final String receipts;
    private final String idocs;
    private final String invoices;
    private final RestClient shop;
    private final String secret;
    private final Clock clock;

    /**
     * @param receipts the ERP's queue of canonical receipts, and those of IDocs and invoices
     * @param port where the shop calls back
     * @param secrets what the shop signs with, {@code whsec_<base64>}; the first is used
     */
    SampleMessages(
            JmsTemplate broker,
            @Value("${erp.queue}") String receipts,
            @Value("${erp.idoc-queue}") String idocs,
            @Value("${erp.invoice-queue}") String invoices,
            @Value("${server.port}") int port,
            @Value("${shop.secrets}") List<String> secrets,
            Clock clock) {
        this.broker = broker;
        this.receipts = receipts;
        this.idocs = idocs;
        this.invoices = invoices;
        this.shop = RestClient.create("http://localhost:" + port + "/callbacks/shop");
        this.secret = secrets.get(0);
        this.clock = clock;
    }

    @EventListener
    void send(SandboxConfiguration.SamplesDropped dropped) {
        SampleDocuments samples = dropped.samples();
        samples.erp().forEach(message -> send(receipts, message, text(message)));
        samples.idocs().forEach(message -> send(idocs, message, message.content()));
        samples.invoices().forEach(message -> send(invoices, message, text(message)));
        for (SampleDocument callback : samples.shop()) {
            LOG.info("Sandbox: the shop called back with {} and was answered {}", callback.name(), callBack(callback));
        }
    }

    private void send(String queue, SampleDocument message, Object body) {
        broker.convertAndSend(queue, body);
        LOG.info("Sandbox: the ERP sent {}", message.name());
    }

    private static String text(SampleDocument message) {
        return new String(message.content(), StandardCharsets.UTF_8);
    }

    private int callBack(SampleDocument callback) {
        String id = "sample-" + callback.name();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return shop.post()
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + '.' + timestamp + '.', callback.content()))
                .body(callback.content())
                .exchange((request, answer) -> answer.getStatusCode().value());
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
