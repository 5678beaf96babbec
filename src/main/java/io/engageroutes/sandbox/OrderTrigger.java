package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An order of version 2 that came: it triggers what is automated for its statuses and is not stored.
 *
 * @param contactId who is told; null when nobody is, since Engage does not know the contact
 * @param order as it was posted
 */
record OrderTrigger(
        String time,
        String orderNumber,
        String orderStatus,
        String paymentStatus,
        String language,
        String contactId,
        JsonNode order) {}
