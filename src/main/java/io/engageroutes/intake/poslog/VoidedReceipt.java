package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Moment;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import java.time.LocalDate;

/**
 * Where a transaction names the earlier receipt that it takes back; paths from {@code Transaction}. Store, register and business date
 * that are not there are its own.
 *
 * @param receiptNumber the sequence when there is none
 */
record VoidedReceipt(Paths store, Paths register, Paths businessDate, Paths sequence, Paths receiptNumber) {

    static VoidedReceipt read(ProfileSection section) {
        return new VoidedReceipt(
                section.paths("store"),
                section.paths("register"),
                section.paths("businessDate"),
                section.requiredPaths("sequence"),
                section.paths("receiptNumber"));
    }

    /** The unique id that the earlier receipt got; null with a fault when it is not named. */
    String uniqueId(Element transaction, HeaderRules header, HeaderReader headers, Findings findings) {
        String earlier = sequence.first(transaction);
        String number = receiptNumber.first(transaction);
        if (earlier == null && number == null) {
            findings.fault(
                    "voided-receipt-unknown",
                    sequence,
                    null,
                    "this takes an earlier receipt back but does not say which; correct it at the sender, or voids of the "
                            + "filter in profile " + findings.profile);
            return null;
        }
        String day = or(businessDate.first(transaction), header.businessDate().first(transaction));
        LocalDate date = day == null ? null : Moment.parseDate(day);
        if (day != null && date == null) {
            findings.fault("not-a-date", businessDate, day, "must be a day such as 2026-03-01");
            return null;
        }
        return headers.uniqueId(
                or(store.first(transaction), header.store().first(transaction)),
                or(register.first(transaction), header.register().first(transaction)),
                date,
                earlier,
                or(number, earlier),
                findings);
    }

    private static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
