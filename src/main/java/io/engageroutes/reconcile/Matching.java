package io.engageroutes.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What makes a fiscal transaction and a receipt of the main feed the same sale, besides an equal unique id.
 *
 * @param key what must be equal, one of number or sequence among it; numbers without their leading zeros
 * @param within how far apart their times may be when only store, amount and currency are equal; zero to match by the key alone
 */
public record Matching(Set<Part> key, Duration within) {

    /** What the two may have in common. */
    public enum Part {
        store,
        register,
        day,
        /** Either the receipt number or the till's running number of the main feed, with the fiscal receipt number. */
        number
    }

    /** How sure a match is. */
    public enum Way {
        id,
        key,
        amountAndTime
    }

    /** All four, and two minutes. */
    public static Matching usual() {
        return new Matching(Set.of(Part.values()), Duration.ofMinutes(2));
    }

    /** The keys of a fiscal sale, best first. */
    List<String> keys(FiscalSale sale) {
        return keys(
                sale.receipt().storeId(),
                sale.receipt().registerId(),
                String.valueOf(sale.day()),
                Stream.of(sale.receipt().receiptNumber(), sale.receipt().sequence()));
    }

    List<String> keys(DeliveredSale sale) {
        return keys(
                sale.row().store(),
                sale.row().register(),
                String.valueOf(sale.day()),
                Stream.of(sale.row().receiptNumber(), sale.row().sequence()));
    }

    private List<String> keys(String store, String register, String day, Stream<String> numbers) {
        String around = (key.contains(Part.store) ? plain(store) : "")
                + '\n'
                + (key.contains(Part.register) ? plain(register) : "")
                + '\n'
                + (key.contains(Part.day) ? day : "")
                + '\n';
        return numbers.filter(number -> number != null && !number.isBlank())
                .map(number -> around + plain(number))
                .distinct()
                .toList();
    }

    /** Two systems rarely agree on leading zeros. */
    static String plain(String id) {
        return id == null ? "" : id.strip().replaceFirst("^0+(?=.)", "");
    }
}
