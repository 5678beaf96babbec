package io.engageroutes.callback;

import io.engageroutes.intake.BadSignature;
import io.engageroutes.intake.WebhookSignature;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Route step: lets only callbacks pass that the shop signed, by the headers of Standard Webhooks. */
public final class CallbackSignature {

    private final WebhookSignature signature;

    /** @param signature null when no secret is set: then nobody can be let in */
    public CallbackSignature(WebhookSignature signature) {
        this.signature = signature;
    }

    /** @throws BadSignature with a reason that may be shown */
    public void verify(
            @Header("webhook-id") String id,
            @Header("webhook-timestamp") String timestamp,
            @Header("webhook-signature") String signatures,
            @Body byte[] body) {
        if (signature == null) {
            throw new BadSignature("no secret is set here: set intake.callback-secrets");
        }
        signature.verify(id, timestamp, signatures, body);
    }
}
