package io.engageroutes.intake.saft;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SaftTotalsTest {

    private final SaftFormat norway = Reading.shipped("no");
    private final Pricing pricing = new Pricing(
            new MinorUnits(Map.of()), new VatRates(List.of()), new StoreRegister(List.of()), Pricing.Settings.usual());

    /** However a till writes what came back, what is priced adds up to its Z report. */
    @Property(tries = 200)
    void whatIsPricedAddsUpToTheZReport(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -500_000, max = 500_000) Integer> amounts,
            @ForAll boolean signed) {
        AuditFile file = AuditFile.norwegian();
        long sum = 0;
        int number = 0;
        for (int amount : amounts) {
            sum += amount;
            file.with(transaction(++number, amount, signed));
        }
        file.zReport("2026-11-03", "23:00:00", money(sum));

        List<BigDecimal> priced = new ArrayList<>();
        try (SaftDocument document = Reading.open(norway, file.bytes())) {
            for (Transaction next = document.next(); next != null; next = document.next()) {
                priced.add(pricing.price(((Transaction.Sold) next).receipt()).total());
            }
            assertThat(priced).hasSize(amounts.size());
            assertThat(priced.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(document.zReports().get(0).sales());
        }
    }

    private static String transaction(int number, int amount, boolean signed) {
        boolean back = amount < 0;
        String written = money(signed ? amount : Math.abs(amount));
        String quantity = back && signed ? "-2" : "2";
        String side = back ? "D" : "C";
        return AuditFile.transaction(
                Integer.toString(number),
                back ? "RETUR" : "SALG",
                written,
                side,
                LocalTime.of(8, 0).plusMinutes(number) + ":00",
                AuditFile.line(back ? "RET" : "SAL", "A-1107", quantity, written, side, "25.00", "")
                        + "<vat><vatPerc>25.00</vatPerc><vatAmnt>" + AuditFile.tax(written, "25") + "</vatAmnt></vat>"
                        + AuditFile.payment("KORT", written));
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
