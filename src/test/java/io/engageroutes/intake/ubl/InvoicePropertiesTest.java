package io.engageroutes.intake.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is on an invoice that adds up, Engage is sent what it says was bought. */
class InvoicePropertiesTest {

    private final UblLayout shipped = Read.shipped();

    /** @param kind 0 to 5 a line (5: comes back), 6 an allowance, 7 a charge */
    record Entry(int kind, int cents, int rate) {}

    private static final String[][] RATES = {{"S", "25"}, {"S", "12"}, {"S", "6"}, {"Z", "0"}};

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<Entry> entry = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 99_999),
                        Arbitraries.integers().between(0, RATES.length - 1))
                .as(Entry::new);
        return entry.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 400)
    void linesComeToWhatWasBoughtExactly(
            @ForAll("entries") List<Entry> entries, @ForAll boolean credit, @ForAll boolean yen) {
        Invoices invoice = credit ? Invoices.invoice().creditNote() : Invoices.invoice();
        invoice.currency(yen ? "JPY" : "SEK", yen ? 0 : 2).line("1", yen ? "100" : "1.00", "S", "25");
        for (Entry entry : entries) {
            BigDecimal amount = BigDecimal.valueOf(entry.cents(), yen ? 0 : 2);
            String[] rate = RATES[entry.rate()];
            switch (entry.kind()) {
                case 5 -> invoice.line("-1", amount.negate().toPlainString(), rate[0], rate[1]);
                case 6 -> invoice.allowance(amount.toPlainString(), rate[0], rate[1], "95");
                case 7 -> invoice.charge(amount.toPlainString(), rate[0], rate[1], "FC");
                default -> invoice.line("1", amount.toPlainString(), rate[0], rate[1]);
            }
        }
        Receipt receipt = Read.receipt(shipped, invoice.xml());
        BigDecimal bought = credit ? invoice.inclusive().negate() : invoice.inclusive();
        assertThat(receipt.total()).isEqualByComparingTo(bought);

        PricedReceipt priced = Read.priced(receipt);
        BigDecimal sum = BigDecimal.ZERO;
        for (PricedLine line : priced.lines()) {
            assertThat(line.paid().signum()).isNotNegative();
            sum = line.line().type() == LineType.SALE ? sum.add(line.paid()) : sum.subtract(line.paid());
        }
        assertThat(sum).isEqualByComparingTo(bought);
        assertThat(priced.total()).isEqualByComparingTo(bought);
    }
}
