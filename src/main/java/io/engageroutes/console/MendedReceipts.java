package io.engageroutes.console;

import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.json.CanonicalJsonFormat;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Reads receipts that somebody mended, by the same reader and rules as those that come in. */
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
     * The receipt.
     *
     * @param source of the dead letter
     * @throws Refused with all faults when it has any
     */
    Receipt read(String source, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (Transactions transactions = new CanonicalJsonFormat()
                .read(new ByteArrayInputStream(bytes), new Source(source, stores.get(), zone))) {
            Transaction transaction = transactions.next();
            if (transaction instanceof Transaction.Sold sold) {
                return checked(sold.receipt());
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

    private Receipt checked(Receipt receipt) {
        List<Fault> faults = check.faults(receipt);
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
        return receipt;
    }

    private static Refused faulty(List<Fault> faults) {
        return new Refused(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "receipt-faulty",
                "nothing was replayed: mend what the faults name and send it again",
                faults);
    }
}
