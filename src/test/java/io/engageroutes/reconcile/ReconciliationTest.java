package io.engageroutes.reconcile;

import static io.engageroutes.intake.saft.AuditFile.sale;
import static io.engageroutes.intake.saft.AuditFile.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.intake.saft.AuditFile;
import io.engageroutes.intake.saft.SaftFormat;
import io.engageroutes.intake.saft.SaftLayout;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Period ANY = new Period(null, null);
    private static final String STORE = "Skogly, Storgata";

    private final List<LedgerDays.Row> rows = new ArrayList<>();

    private static FiscalRecord record(Period wanted, AuditFile... files) throws IOException {
        SaftFormat format = new SaftFormat(SaftLayout.read(Path.of("routes/layouts/saft/no.yaml")));
        Source source = new Source("till", new StoreRegister(List.of()), ZoneId.of("Europe/Oslo"));
        FiscalRecord record = new FiscalRecord(wanted, true);
        for (AuditFile file : files) {
            record.add("day.xml", new ByteArrayInputStream(file.bytes()), format, source, Unpacked.Limits.DEFAULT);
        }
        return record;
    }

    private static AuditFile two() {
        return AuditFile.norwegian().with(sale("1", "80.00", "08:00:00")).with(sale("2", "20.00", "09:00:00"));
    }

    private Reconciliation reconcile(FiscalRecord record) {
        return Reconciliation.of(record, days -> new LedgerDays.Ends(rows, 0), Matching.usual());
    }

    private void feed(String number, String total, String ended) {
        feed(number, total, ended, STORE, DAY);
    }

    private void feed(String number, String total, String ended, String store, LocalDate day) {
        rows.add(new LedgerDays.Row(
                "m-" + rows.size(),
                "feed-" + number,
                "till",
                number,
                null,
                store,
                "K-7781-2",
                day,
                new BigDecimal(total),
                "NOK",
                OffsetDateTime.parse(DAY + "T20:00:00+01:00"),
                ended,
                null));
    }

    @Test
    void aDayThatAgreesIsReconciledAlsoWhenSomeWereSkipped() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "skipped");

        assertThat(reconcile(record(ANY, two().zReport("2026-11-03", "23:00:00", "100.00")))
                        .isReconciled())
                .isTrue();
    }

    @Test
    void anotherAmountIsADifference() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.01", "delivered");

        Reconciliation result = reconcile(record(ANY, two()));

        assertThat(result.differing()).hasSize(1);
        assertThat(result.isReconciled()).isFalse();
        assertThat(text(result)).contains("Of another amount (1)").contains("20.01 NOK");
    }

    @Test
    void otherStoresAreNoSurplus() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "delivered");
        feed("3", "5.00", "delivered", "elsewhere", DAY);

        Reconciliation result = reconcile(record(ANY, two()));

        assertThat(result.surplus()).isEmpty();
        assertThat(result.otherStores()).isEqualTo(1);
        assertThat(result.isReconciled()).isTrue();
    }

    @Test
    void aZReportThatTheTransactionsDoNotAddUpToIsADifference() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "delivered");

        Reconciliation result = reconcile(record(ANY, two().zReport("2026-11-03", "23:00:00", "130.00")));

        assertThat(result.isReconciled()).isFalse();
        assertThat(text(result)).contains("130.00, transactions 100.00");
    }

    @Test
    void aZReportCountsFromTheOneBefore() throws IOException {
        AuditFile file = two().zReport("2026-11-03", "08:30:00", "80.00").zReport("2026-11-03", "23:00:00", "20.00");

        assertThat(reconcile(record(ANY, file)).reports()).hasSize(2).allMatch(ReportCheck::agrees);
    }

    @Test
    void whatCannotBeReadIsADifference() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "delivered");
        AuditFile file = two().with(transaction("3", "RARITET", "5.00", "C", "10:00:00", ""));

        Reconciliation result = reconcile(record(ANY, file));

        assertThat(result.isReconciled()).isFalse();
        assertThat(text(result)).contains("transaction-type-unknown");
    }

    @Test
    void filesMayOverlap() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "delivered");

        Reconciliation result = reconcile(record(ANY, two(), two()));

        assertThat(result.fiscal().repeated()).isEqualTo(2);
        assertThat(result.isReconciled()).isTrue();
    }

    @Test
    void onlyTheDaysAskedForAreCompared() throws IOException {
        FiscalRecord other = record(new Period(DAY.plusDays(1), null), two());

        assertThat(other.outside()).isEqualTo(2);
        assertThat(reconcile(other).period()).isNull();
    }

    @Test
    void whatWasSkippedIsBackfilledUnderTheFeedsId() throws IOException {
        feed("1", "80.00", "delivered");
        feed("2", "20.00", "skipped");

        BackfillPlan plan = BackfillPlan.of(reconcile(record(ANY, two())), List.of(member("1"), member("2")));

        assertThat(plan.deliveredBefore()).isEqualTo(1);
        assertThat(plan.toSend()).extracting(Receipt::uniqueId).containsExactly("feed-2");
        assertThat(plan.toSend().get(0).contactKeys()).hasSize(1);
        assertThat(plan.mayDouble()).isFalse();
    }

    @Test
    void whatNeverCameMayDoubleWhenTheFeedHasOtherIds() throws IOException {
        feed("1", "80.00", "delivered");

        BackfillPlan plan = BackfillPlan.of(reconcile(record(ANY, two())), List.of(member("2")));

        assertThat(plan.missing()).hasSize(1);
        assertThat(plan.mayDouble()).isTrue();
    }

    @Test
    void withoutALiveFeedNothingCanDouble() throws IOException {
        BackfillPlan plan =
                BackfillPlan.of(reconcile(record(ANY, two())), List.of(member("1"), member("2"), member("7")));

        assertThat(plan.toSend()).hasSize(2);
        assertThat(plan.mayDouble()).isFalse();
        assertThat(plan.withoutSale())
                .extracting(MemberList.Member::transaction)
                .containsExactly("7");
    }

    @Test
    void aTransactionIdOfTwoRegistersNeedsItsRegister() throws IOException {
        FiscalRecord record = record(ANY, two(), two().register("K-9"));

        BackfillPlan plan = BackfillPlan.of(
                reconcile(record),
                List.of(
                        member("1"),
                        new MemberList.Member(3, "2", "K-9", null, member("2").key())));

        assertThat(plan.ambiguous()).extracting(MemberList.Member::transaction).containsExactly("1");
        assertThat(plan.toSend()).extracting(Receipt::registerId).containsExactly("K-9");
    }

    private static MemberList.Member member(String transaction) {
        return new MemberList.Member(2, transaction, null, null, new ContactKey(ContactKeyType.memberNumber, "0042"));
    }

    private static String text(Reconciliation result) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new ReconciliationText(out).print(result);
        out.flush();
        return text.toString();
    }
}
