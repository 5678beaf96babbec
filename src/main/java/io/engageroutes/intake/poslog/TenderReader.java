package io.engageroutes.intake.poslog;

import io.engageroutes.intake.poslog.ReadTenders.Doubt;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;

/** Reads a payment, the change given with it, and its rounding to coins. */
final class TenderReader {

    private final TenderRules rules;

    TenderReader(TenderRules rules) {
        this.rules = rules;
    }

    /** @param takesBack whether it is an extra line that voids another one by counting against it */
    void read(Element tender, boolean takesBack, Findings findings) {
        int before = findings.faults().size();
        String type = rules.type().first(tender);
        BigDecimal amount = findings.decimal(rules.amount(), tender);
        boolean roundingOnly = amount == null && rules.rounding().exist(tender);
        rules.rounding().each(tender, rounding -> rounding(rounding, findings));
        if (amount != null) {
            boolean voucher = rules.voucher().holds(tender);
            Tender read = new Tender(
                    type,
                    rules.description().first(tender),
                    !takesBack && rules.refund().holds(tender) ? givenBack(amount) : amount,
                    voucher,
                    voucher ? rules.voucherId().first(tender) : null);
            if (takesBack) {
                findings.tenders.takeBack(read);
            } else {
                findings.tenders.add(
                        read,
                        rules.refused().holds(tender) ? Doubt.REFUSED : Doubt.NONE,
                        rules.voucherId().first(tender));
            }
        } else if (!roundingOnly && findings.faults().size() == before) {
            findings.fault("tender-amount-missing", rules.amount(), null, "a payment must say how much was paid");
        }
        rules.change().each(tender, change -> change(change, type, findings));
    }

    private void change(Element change, String tenderType, Findings findings) {
        BigDecimal amount = findings.decimal(rules.changeAmount(), change);
        if (amount != null && amount.signum() != 0) {
            String type = rules.changeType().first(change);
            findings.tenders.add(
                    new Tender(type == null ? tenderType : type, null, givenBack(amount), false, null),
                    rules.changeUnsure() ? Doubt.CHANGE : Doubt.NONE);
        }
    }

    private void rounding(Element rounding, Findings findings) {
        findings.rounded = true;
        BigDecimal amount = findings.decimal(rules.roundingAmount(), rounding);
        if (amount == null || findings.rounding == null) {
            findings.rounding = null;
            return;
        }
        boolean down = rules.roundingDown().holds(rounding) && amount.signum() > 0;
        findings.rounding = findings.rounding.add(down ? amount.negate() : amount);
    }

    private static BigDecimal givenBack(BigDecimal amount) {
        return amount.signum() > 0 ? amount.negate() : amount;
    }
}
