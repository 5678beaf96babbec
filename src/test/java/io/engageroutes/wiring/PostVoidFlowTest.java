package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.Receipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.wiring.RunningFlow.Requeued;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Receipts that their till takes back, in the shipped flow. */
class PostVoidFlowTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aReceiptThatIsStillOnItsWayIsWithheld() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(parcel(false, postVoid("V-1", "A-1")));
            flow.deliver(Receipts.sale("A-1"), Receipts.sale("A-2"));

            assertThat(flow.engage.calls()).hasSize(1);
            assertThat(ends(flow))
                    .containsEntry("V-1", "skipped post-void")
                    .containsEntry("message-A-1", "skipped post-voided")
                    .containsEntry("message-A-2", "delivered null");
            assertThat(flow.database.queryForList("select business_key from receipt_claim", String.class))
                    .containsExactly("A-2");
        }
    }

    @Test
    void bothInOneParcelNeverReachEngage() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(parcel(true, RunningFlow.entry("M-1", Receipts.sale("A-1")), postVoid("V-1", "A-1")));

            assertThat(flow.engage.calls()).isEmpty();
            assertThat(ends(flow)).isEqualTo(Map.of("M-1", "skipped post-voided", "V-1", "skipped post-void"));
        }
    }

    @Test
    void aDeliveredReceiptIsTakenBackByAReturnOnce() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(parcel(true, RunningFlow.entry("M-1", Receipts.sale("A-1", "349.50"))));
            flow.deliver(parcel(true, postVoid("V-1", "A-1")));
            flow.deliver(parcel(true, postVoid("V-2", "A-1")));
            flow.deliver(parcel(true, RunningFlow.entry("M-2", Receipts.sale("A-1", "349.50"))));

            assertThat(flow.engage.calls()).hasSize(2);
            JsonNode taken = JSON.readTree(flow.engage.calls().get(1).body());
            assertThat(taken.path("uniqueReceiptId").asText()).isEqualTo("A-1-void");
            assertThat(taken.path("totalGrossPrice").decimalValue()).isEqualByComparingTo("-349.50");
            assertThat(taken.path("items").path(0).path("type").asText()).isEqualTo("RETURN");
            assertThat(ends(flow))
                    .containsEntry("V-1", "delivered null")
                    .containsEntry("V-2", "duplicate null")
                    .containsEntry("M-2", "duplicate null");
        }
    }

    @Test
    void withoutTheSettingADeliveredReceiptIsADeadLetterThatSaysWhatToDo() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(Receipts.sale("A-1"));
            flow.deliver(parcel(false, postVoid("V-1", "A-1")));

            assertThat(flow.engage.calls()).hasSize(1);
            assertThat(ends(flow)).containsEntry("V-1", "dead post-void-late");
            assertThat(flow.deadLetters().get(0).get("faults").toString())
                    .contains("A-1")
                    .contains("postVoids: return");
            assertThat(flow.database.queryForObject("select count(*) from annulment", Integer.class))
                    .isZero();
        }
    }

    @Test
    void oneThatIsJustBeingSentIsWaitedFor() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.database.update(
                    "insert into receipt_claim values ('A-1', 'hash', 'claimed', 'M-1', ?)",
                    flow.clock.millis() + 900_000);
            flow.deliver(parcel(true, postVoid("V-1", "A-1")));

            Requeued later = flow.requeued();
            assertThat(later.only().voids()).isEqualTo("A-1");
            assertThat(later.parcel().takesBack()).isTrue();
            assertThat(later.inMillis()).isEqualTo(2000);
            assertThat(ends(flow)).isEmpty();
        }
    }

    @Test
    void oneThatWasClaimedBeforeItsPostVoidGoesOnAndIsTakenBackAfterwards() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            // as after a crash between the POST and the settlement: the claim stands, the parcel comes again
            Receipt sale = Receipts.sale("A-1");
            flow.database.update(
                    "insert into receipt_claim values ('A-1', ?, 'claimed', 'M-1', ?)",
                    RunningFlow.entry("M-1", sale).contentHash(),
                    flow.clock.millis() + 900_000);
            flow.clock.advance(Duration.ofSeconds(1));
            Parcel postVoid = parcel(true, postVoid("V-1", "A-1"));
            flow.deliver(postVoid);
            flow.deliver(parcel(true, RunningFlow.entry("M-1", sale)));
            flow.deliver(flow.requeued().parcel());

            assertThat(ends(flow)).isEqualTo(Map.of("M-1", "delivered null", "V-1", "delivered null"));
            assertThat(flow.engage.calls()).hasSize(2);
        }
    }

    @Test
    void oneThatEngageNeverAnsweredIsForAPersonToLookAt() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.DROPPED);
            flow.deliver(parcel(true, RunningFlow.entry("M-1", Receipts.sale("A-1"))));
            Parcel again = flow.requeued().parcel();
            flow.deliver(parcel(true, postVoid("V-1", "A-1")));
            flow.engage.answers(Answer.of(202));
            flow.clock.advance(Duration.ofMinutes(5));
            flow.deliver(again);

            assertThat(ends(flow)).containsEntry("M-1", "dead post-void-uncertain");
        }
    }

    @Test
    void aReturnThatEngageDidNotTakeIsTriedAgain() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(parcel(true, RunningFlow.entry("M-1", Receipts.sale("A-1"))));
            flow.engage.answers(Answer.of(503));
            flow.deliver(parcel(true, postVoid("V-1", "A-1")));
            Parcel again = flow.requeued().parcel();
            flow.engage.answers(Answer.of(202));
            flow.clock.advance(Duration.ofMinutes(5));
            flow.deliver(again);

            assertThat(ends(flow)).containsEntry("V-1", "delivered null");
        }
    }

    @Test
    void whatTookAReceiptBackIsForgottenAfterTheWindow() throws Exception {
        try (RunningFlow flow = RunningFlow.with("receipts.post-void-window", "2d")) {
            flow.deliver(parcel(true, RunningFlow.entry("M-1", Receipts.sale("A-1"))));
            flow.clock.advance(Duration.ofDays(3));
            flow.camel
                    .getRegistry()
                    .lookupByNameAndType("postVoids", io.engageroutes.delivery.PostVoids.class)
                    .forget();
            flow.deliver(parcel(true, postVoid("V-1", "A-1")));

            assertThat(ends(flow)).containsEntry("V-1", "dead post-void-late");
            assertThat(flow.deadLetters().get(0).get("faults").toString()).contains("2 days");
        }
    }

    private static Parcel parcel(boolean takesBack, Parcel.Entry... entries) {
        return new Parcel("till", "document-1", "receipts.xml", takesBack, List.of(entries));
    }

    private static Parcel.Entry postVoid(String id, String voids) {
        return new Parcel.Entry(id, "line 9", Kind.RECEIPT, null, null, List.of(), null, null, 0, 0, 0, null, voids);
    }

    private static Map<String, String> ends(RunningFlow flow) {
        List<Map.Entry<String, String>> ends = new ArrayList<>();
        flow.database.query("select message_id, ended, reason from message_ledger", row -> {
            ends.add(Map.entry(row.getString(1), row.getString(2) + ' ' + row.getString(3)));
        });
        Map<String, String> all = new java.util.TreeMap<>();
        ends.forEach(end -> all.put(end.getKey(), end.getValue()));
        return all;
    }
}
