package io.engageroutes.intake;

import io.engageroutes.receipt.StoreRegister;
import java.time.ZoneId;

/**
 * A connected system, as far as the readers must know it.
 *
 * @param name the source's name, such as {@code till-extenda}
 * @param stores tells a store's zone, for times without offset
 * @param zone the zone of stores that the register does not know, or null when such a receipt is to be rejected
 */
public record Source(String name, StoreRegister stores, ZoneId zone) {}
