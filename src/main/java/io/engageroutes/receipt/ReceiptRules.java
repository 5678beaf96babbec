package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a canonical receipt must be, whatever system it came from, before it may be priced and sent. Whether its amounts agree
 * with each other is {@link Pricing}'s matter. No contact key at all is not a fault: such a receipt is skipped later.
 */
public final class ReceiptRules {

    private static final int EARLIEST_YEAR = 1990;
    private static final int RATE_DECIMALS = 15;

    private final MinorUnits units;
    private final StoreRegister stores;
    private final Settings settings;
    private final Clock clock;

    public ReceiptRules(MinorUnits units, StoreRegister stores, Settings settings, Clock clock) {
        this.units = units;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What may be set.
     *
     * @param future how far ahead of our clock a till's clock may be
     * @param unknownStores true to accept stores that the register does not have; Engage then creates them
     * @param longestId how many characters a unique id may have
     */
    public record Settings(Duration future, boolean unknownStores, int longestId) {

        /** One day, no unknown stores, 100 characters. */
        public static Settings usual() {
            return new Settings(Duration.ofDays(1), false, 100);
        }
    }

    /**
     * The receipt as it is.
     *
     * @throws RejectedReceipt with all its faults when it has any
     */
    public Receipt check(Receipt receipt) {
        List<Fault> faults = faults(receipt);
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
        return receipt;
    }

    /** Everything that is wrong with the receipt; empty when nothing is. */
    public List<Fault> faults(Receipt receipt) {
        Findings findings = new Findings();
        ids(receipt, findings);
        store(receipt, findings);
        time(receipt.occurredAt(), findings);
        int decimals = currency(receipt.currency(), findings);
        ContactKeyRules.check(receipt.contactKeys(), findings);
        lines(receipt, findings);
        PaymentRules.check(receipt, decimals, findings);
        if (findings.number("exchangeRate", receipt.exchangeRate(), RATE_DECIMALS)
                && receipt.exchangeRate().signum() <= 0) {
            findings.add(
                    "exchange-rate-invalid",
                    "exchangeRate",
                    receipt.exchangeRate(),
                    "must be above zero: the factor from the receipt's currency to the group currency; leave it out to use the daily rate");
        }
        return findings.faults();
    }

    private void ids(Receipt receipt, Findings findings) {
        String uniqueId = receipt.uniqueId();
        if (findings.required("uniqueId", uniqueId, "the key by which the same receipt is known again")) {
            findings.id("uniqueId", uniqueId);
            if (uniqueId.length() > settings.longestId()) {
                findings.add(
                        "id-too-long",
                        "uniqueId",
                        uniqueId,
                        "must have at most " + settings.longestId() + " characters, it has " + uniqueId.length()
                                + "; build it of fewer parts");
            }
        }
        if (findings.required("receiptNumber", receipt.receiptNumber(), "the number printed on the receipt")) {
            findings.id("receiptNumber", receipt.receiptNumber());
        }
        findings.id("registerId", receipt.registerId());
        findings.id("sequence", receipt.sequence());
    }

    private void store(Receipt receipt, Findings findings) {
        String storeId = receipt.storeId();
        if (!findings.required("storeId", storeId, "the store's id as Engage knows it")) {
            return;
        }
        findings.id("storeId", storeId);
        if (!settings.unknownStores() && stores.store(storeId).isEmpty()) {
            findings.add(
                    "store-unknown",
                    "storeId",
                    storeId,
                    "must be in the store register, or Engage would create the store; add it there, or correct the id");
        }
    }

    private void time(OffsetDateTime occurredAt, Findings findings) {
        if (!findings.required("occurredAt", occurredAt, "when it was sold, with the offset of the store")) {
            return;
        }
        if (occurredAt.toInstant().isAfter(clock.instant().plus(settings.future()))) {
            findings.add(
                    "occurred-in-future",
                    "occurredAt",
                    occurredAt,
                    "must not be more than " + settings.future()
                            + " ahead of now; correct the till's clock or the zone");
        }
        if (occurredAt.getYear() < EARLIEST_YEAR) {
            findings.add(
                    "occurred-too-early",
                    "occurredAt",
                    occurredAt,
                    "must not be before " + EARLIEST_YEAR + "; correct the till's clock or how the date is read");
        }
    }

    /** The currency's decimals, or the most that any has when it is not known. */
    private int currency(String currency, Findings findings) {
        if (!findings.required("currency", currency, "the ISO 4217 code of what was paid")) {
            return Integer.MAX_VALUE;
        }
        if (!units.isKnown(currency)) {
            findings.add(
                    "currency-unknown",
                    "currency",
                    currency,
                    "must be an ISO 4217 currency in capital letters such as SEK");
            return Integer.MAX_VALUE;
        }
        return units.of(currency);
    }

    private static void lines(Receipt receipt, Findings findings) {
        if (receipt.lines().isEmpty()) {
            findings.add("field-missing", "lines", null, "must have at least one line: what was sold or taken back");
        }
        Set<Integer> numbers = new HashSet<>();
        for (int at = 0; at < receipt.lines().size(); at++) {
            Line line = receipt.lines().get(at);
            LineRules.check(line, "lines[" + at + "]", findings);
            if (!numbers.add(line.number())) {
                findings.add(
                        "line-number-duplicate",
                        "lines[" + at + "].number",
                        line.number(),
                        "must differ from the numbers of the lines before it");
            }
        }
        sign(receipt, "total", receipt.total(), findings);
        sign(receipt, "taxTotal", receipt.taxTotal(), findings);
    }

    /** Only of a receipt that sells or only takes back is it known which way the money went. */
    private static void sign(Receipt receipt, String place, BigDecimal amount, Findings findings) {
        if (!findings.number(place, amount)) {
            return;
        }
        Set<LineType> types = receipt.lines().stream().map(Line::type).collect(Collectors.toSet());
        boolean wrong = types.equals(Set.of(LineType.SALE)) && amount.signum() < 0
                || types.equals(Set.of(LineType.RETURN)) && amount.signum() > 0;
        if (wrong) {
            findings.add(
                    "total-sign",
                    place,
                    amount,
                    "must be positive when all lines are sold and negative when all are returned; correct the sign or the lines' types");
        }
    }
}
