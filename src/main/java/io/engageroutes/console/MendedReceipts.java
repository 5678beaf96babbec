package io.engageroutes.console;

import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.json.CanonicalJsonFormat;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Reads receipts, orders and contacts that somebody mended, by the same reader and rules as those that come in. */
final class MendedReceipts {

    private final ReceiptCheck check;
    private final Supplier<StoreRegister> stores;
    private final ZoneId zone;

    /** @param zone the zone of stores that the register does not know, or null */
    MendedReceipts(ReceiptCheck check, Supplier<StoreRegister> stores, ZoneId zone) {
        this.check = check;
        this.stores = stores;
        this.zone = zone;
    }

    /**
     * The message.
     *
     * @param kind what it should be, from the flow of the dead letter
     * @param source of the dead letter
     * @throws Refused with all faults when it has any
     */
    Content read(Kind kind, String source, String json) throws IOException {
        String carried = kind == Kind.RECEIPT ? json : "{\"" + kind.field() + "\": " + json + "}";
        byte[] bytes = carried.getBytes(StandardCharsets.UTF_8);
        try (Transactions transactions = new CanonicalJsonFormat()
                .read(new ByteArrayInputStream(bytes), new Source(source, stores.get(), zone))) {
            Transaction transaction = transactions.next();
            if (kind == Kind.RECEIPT && transaction instanceof Transaction.Sold sold) {
                return checked(new Content.OfReceipt(sold.receipt()), check.faults(sold.receipt()));
            }
            if (kind == Kind.ORDER && transaction instanceof Transaction.Ordered ordered) {
                return checked(new Content.OfOrder(ordered.order()), check.faults(ordered.order()));
            }
            if (kind == Kind.CONTACT && transaction instanceof Transaction.Registered registered) {
                return checked(new Content.OfContact(registered.contact()), check.faults(registered.contact()));
            }
            throw faulty(
                    transaction instanceof Transaction.Rejected rejected
                            ? check.faults(rejected)
                            : List.of(new Fault(
                                    "not-a-receipt", "eventType", null, "a finished receipt should stand here")));
        } catch (BrokenDocument e) {
            throw faulty(List.of(e.fault()));
        }
    }

    private static Content checked(Content content, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
        return content;
    }

    private static Refused faulty(List<Fault> faults) {
        return new Refused(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "receipt-faulty",
                "nothing was replayed: mend what the faults name and send it again",
                faults);
    }
}
