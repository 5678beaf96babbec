package io.engageroutes.intake.saft;

import static io.engageroutes.intake.saft.AuditFile.line;
import static io.engageroutes.intake.saft.AuditFile.norwegian;
import static io.engageroutes.intake.saft.AuditFile.payment;
import static io.engageroutes.intake.saft.AuditFile.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fiscal records as other tills export them. */
class SaftDialectsTest {

    private final SaftFormat shipped = Reading.shipped("no");

    private Receipt receipt(String id, String type, String amount, String side, String rest) {
        return Reading.receipt(shipped, norwegian().with(transaction(id, type, amount, side, "10:00:00", rest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"125.00", "-125.00"})
    void aReturnWithoutMinusMayHaveItInItsPayments(String paid) {
        Receipt receipt =
                receipt("1", "RETUR", "125.00", "D", line("A-1107", "1", "125.00", "D") + payment("KORT", paid));
        assertThat(receipt.total()).isEqualByComparingTo("-125");
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("-125");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.40", "-0.40"})
    void aTotalThatContainsItsRoundingIsWhatTheLinesMake(String rounding) {
        String element = "<rounding><roundingAmnt>" + rounding + "</roundingAmnt></rounding>";
        Receipt receipt = receipt(
                "1", "SALG", "125.00", "C", line("A-1107", "1", "124.60", "C") + element + payment("KONT", "125.00"));
        assertThat(receipt.total()).isEqualByComparingTo("124.60");
        assertThat(receipt.cashRounding()).isEqualByComparingTo("0.40");
    }

    @Test
    void aLocationThatNamesNoStoreIsSaidSo() {
        String nameless = norwegian()
                .with(AuditFile.sale("1", "125.00", "10:00:00"))
                .text()
                .replaceAll("<location><name>[^<]*</name>", "<location>");
        Transaction only = Reading.all(shipped, nameless.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .get(0);
        assertThat(only).isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(rejected.faults())
                .extracting(Fault::code)
                .containsExactly("store-missing", "unique-id-incomplete"));
    }
}
