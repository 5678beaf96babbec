package io.engageroutes;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Good receipts for tests in which their content is not the point. */
public final class Receipts {

    public static final String CONTACT = "anna.andersson@example.org";

    private Receipts() {}

    /** One shirt for 100.00 SEK in store 014, bought by {@link #CONTACT}. */
    public static Receipt sale(String uniqueId) {
        return sale(uniqueId, "100.00", "SEK", new ContactKey(ContactKeyType.email, CONTACT));
    }

    /** Another content under any id. */
    public static Receipt sale(String uniqueId, String amount) {
        return sale(uniqueId, amount, "SEK", new ContactKey(ContactKeyType.email, CONTACT));
    }

    public static Receipt in(String currency, String uniqueId) {
        return sale(uniqueId, "100.00", currency, new ContactKey(ContactKeyType.email, CONTACT));
    }

    public static Receipt anonymous(String uniqueId) {
        return sale(uniqueId, "100.00", "SEK");
    }

    public static Receipt of(ContactKeyType type, String key, String uniqueId) {
        return sale(uniqueId, "100.00", "SEK", new ContactKey(type, key));
    }

    private static Receipt sale(String uniqueId, String amount, String currency, ContactKey... contacts) {
        BigDecimal gross = new BigDecimal(amount);
        return new Receipt(
                uniqueId,
                "000871",
                "014",
                "2",
                null,
                null,
                OffsetDateTime.parse("2026-03-01T14:22:00+01:00"),
                currency,
                List.of(contacts),
                List.of(line(1, LineType.SALE, gross)),
                null,
                List.of(new Tender("card", null, gross, false, null)),
                gross,
                null,
                null,
                null,
                null,
                null);
    }

    public static Line line(int number, LineType type, BigDecimal gross) {
        return new Line(
                number,
                type,
                LineKind.GOODS,
                "A-1-M",
                "A-1",
                "Tröja",
                null,
                BigDecimal.ONE,
                null,
                gross,
                new BigDecimal("25"),
                null,
                null,
                null,
                null);
    }
}
