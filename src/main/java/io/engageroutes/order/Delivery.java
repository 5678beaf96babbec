package io.engageroutes.order;

import java.time.LocalDate;

/**
 * How an order is sent; each may be null.
 *
 * @param method such as the carrier's name
 * @param deliveryDate when it is, or was, to arrive
 */
public record Delivery(String method, String trackingNumber, String trackingUri, LocalDate deliveryDate) {}
