package io.engageroutes.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What was bought, before any system writes it down: four lines, a discount, one payment; the same for the same seed. */
final class Purchases {

    static final int STORES = 20;
    static final int FIRST_STORE = 100;

    private static final int LINES = 4;

    private final Random random;
    private int number;

    Purchases(long seed) {
        random = new Random(seed);
    }

    /** One line; prices in cents, VAT of 25 percent included. */
    record Item(int number, int article, int quantity, long price) {

        long gross() {
            return quantity * price;
        }
    }

    /** A receipt; the discount is in cents and less than what the first line comes to. */
    record Purchase(int number, int store, int till, LocalDateTime at, List<Item> items, long discount, int member) {

        long sum() {
            return items.stream().mapToLong(Item::gross).sum();
        }

        long paid() {
            return sum() - discount;
        }
    }

    Purchase next() {
        List<Item> items = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            items.add(new Item(
                    line, 100_000 + random.nextInt(900_000), 1 + random.nextInt(3), 500 + random.nextInt(99_500)));
        }
        number++;
        return new Purchase(
                number,
                FIRST_STORE + random.nextInt(STORES),
                1 + random.nextInt(9),
                LocalDateTime.of(2026, 1, 1, 9, 0, 1).plusMinutes(random.nextInt(400_000)),
                items,
                1 + random.nextInt((int) items.get(0).gross() / 2),
                1_000_000 + random.nextInt(1_000_000));
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** The VAT in an amount of cents. */
    static long vatIn(long gross) {
        return BigDecimal.valueOf(gross)
                .divide(BigDecimal.valueOf(5), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The VAT on top of an amount of cents. */
    static long vatOn(long net) {
        return BigDecimal.valueOf(net)
                .divide(BigDecimal.valueOf(4), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
