package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import java.math.BigDecimal;

/** Reads the VAT of lines and of whole transactions. */
final class VatReader {

    private final SaftLayout layout;
    private final Codes codes;

    VatReader(SaftLayout layout, Codes codes) {
        this.layout = layout;
        this.codes = codes;
    }

    /** The rate in percent as the line says, else by its VAT code; null when neither tells. */
    BigDecimal percent(Element line, String at, Findings findings) {
        Element vat = line.child("vat");
        BigDecimal percent = vat == null ? null : findings.amount(vat, "vatPerc", at + "vat/");
        if (percent != null) {
            return percent;
        }
        String code = Findings.text(vat, "vatCode");
        if (code != null && layout.vatCodes.containsKey(code)) {
            return layout.vatCodes.get(code);
        }
        String standard = codes.standardVatCode(code);
        return standard == null ? null : layout.standardVatCodes.get(standard);
    }

    /** The VAT in the line's amount, without sign: as the line says, else the difference of its amounts. */
    BigDecimal amount(Element line, String at, Findings findings) {
        Element vat = line.child("vat");
        BigDecimal amount = vat == null ? null : findings.amount(vat, "vatAmnt", at + "vat/");
        return amount == null ? difference(line, "lineAmntIn", "lineAmntEx", at, findings) : amount.abs();
    }

    private static BigDecimal difference(Element of, String with, String without, String at, Findings findings) {
        BigDecimal including = findings.amount(of, with, at);
        BigDecimal excluding = findings.amount(of, without, at);
        return including == null || excluding == null
                ? null
                : including.subtract(excluding).abs();
    }

    /**
     * The VAT in the transaction's total, negative as the total is; null when nothing says it.
     *
     * @param flipped whether the till writes what came back without minus
     */
    BigDecimal total(Element transaction, boolean flipped, Findings findings) {
        BigDecimal sum = null;
        for (Element child = transaction.firstChild(); child != null; child = child.next()) {
            if (child.name().equals("vat")) {
                BigDecimal amount = findings.required(child, "vatAmnt", "vat/");
                String side = Findings.text(child, "vatAmntTp");
                boolean back =
                        layout.lines.byDebit() && amount.signum() > 0 && ("D".equals(side) || side == null && flipped);
                sum = (sum == null ? BigDecimal.ZERO : sum).add(back ? amount.negate() : amount);
            }
        }
        if (sum != null) {
            return sum;
        }
        BigDecimal difference = difference(transaction, "transAmntIn", "transAmntEx", "", findings);
        BigDecimal including = findings.amount(transaction, "transAmntIn", "");
        boolean negative = flipped || including != null && including.signum() < 0;
        return difference == null || !negative ? difference : difference.negate();
    }
}
