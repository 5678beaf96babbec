package io.engageroutes.intake.saft;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What a cash register reported when it closed a day: the control total of its transactions since the report before.
 *
 * @param store as the layout calls it
 * @param register as the layout calls it
 * @param id the report's own id
 * @param at local time of the report
 * @param sales what it sold including VAT, cash and credit
 * @param net whether {@code sales} is less what came back
 */
public record ZReport(String store, String register, String id, LocalDateTime at, BigDecimal sales, boolean net) {}
