package io.engageroutes.console;

import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.DeadLetter;
import io.engageroutes.delivery.DeadLetterSearch;
import io.engageroutes.delivery.Replay;
import io.engageroutes.intake.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts dead letters back on their way, or away. */
@RestController
@RequestMapping("/api/dead-letters")
class ReplayController {

    private static final int LONGEST_NOTE = 1000;
    private static final String NOTE = "note";

    private final DeadLetterSearch search;
    private final Replay replay;
    private final MendedReceipts mended;

    ReplayController(DeadLetterSearch search, Replay replay, MendedReceipts mended) {
        this.search = search;
        this.replay = replay;
        this.mended = mended;
    }

    /** What became of one letter. */
    record Changed(String id, String state, int replays) {}

    /** What became of many. */
    record Replayed(int replayed, List<Skipped> skipped) {}

    record Skipped(String id, String why) {}

    @PostMapping("/{id}/replay")
    Changed replay(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, "receipt", "order", "contact", NOTE);
        String note = note(body);
        Content content = null;
        for (Kind kind : Kind.values()) {
            String json = body.object(kind.field());
            if (json != null) {
                content = mended.read(kind, deadLetter(id, kind).source(), json);
            }
        }
        return new Changed(id, "replayed", done(id, replay.replay(id, content, note)));
    }

    /** Looked at before the receipt is judged, so that nobody mends what is over; the replay itself looks again. */
    private DeadLetter deadLetter(String id, Kind kind) {
        DeadLetter.Whole whole = search.show(id).orElseThrow(() -> DeadLetterController.unknown(id));
        if (!whole.flow().equals(kind.flow())) {
            throw Refused.unprocessable(
                    "wrong-kind",
                    "this letter is of the flow " + whole.flow() + ": send what was mended under that name");
        }
        DeadLetter letter = whole.letter();
        if (!letter.state().equals("dead")) {
            throw notDead(id, letter.state());
        }
        return letter;
    }

    @PostMapping("/replay")
    Replayed replayAll(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, "filter", NOTE);
        String note = note(body);
        Map<String, String> filter = body.texts("filter", LetterFilter.NAMES);
        if (filter == null) {
            throw Refused.badRequest(
                    "filter-missing", "give a filter, or {\"filter\": {}} to replay all that are dead");
        }
        if (!filter.getOrDefault("state", "dead").equals("dead")) {
            throw Refused.badRequest("invalid-field", "only letters in the state dead can be replayed");
        }
        int replayed = 0;
        List<Skipped> skipped = new ArrayList<>();
        for (String id : search.waiting(LetterFilter.of(filter))) {
            Replay.Outcome outcome = oneOfMany(id, note, replayed);
            if (outcome instanceof Replay.Outcome.Done) {
                replayed++;
            } else {
                skipped.add(new Skipped(id, why(outcome)));
            }
        }
        return new Replayed(replayed, skipped);
    }

    private Replay.Outcome oneOfMany(String id, String note, int before) {
        try {
            return replay.replay(id, null, note);
        } catch (Replay.NotDurable | DataAccessException | TransactionException e) {
            throw new Refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "not-durable",
                    before + " were replayed, then the broker or the database was away: replay the others again later");
        }
    }

    private static String why(Replay.Outcome outcome) {
        if (outcome instanceof Replay.Outcome.NoReceipt none) {
            return none.why();
        }
        return outcome instanceof Replay.Outcome.NotDead other ? "its state is " + other.state() + " by now" : "gone";
    }

    @PostMapping("/{id}/discard")
    Changed discard(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        String note = note(JsonBody.read(request, NOTE));
        if (note == null) {
            throw Refused.unprocessable("note-missing", "say in 'note' who discards it and why");
        }
        return new Changed(id, "discarded", done(id, replay.discard(id, note)));
    }

    private static String note(JsonBody body) {
        String note = body.text(NOTE);
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refused.unprocessable("note-too-long", "a note may have " + LONGEST_NOTE + " characters");
        }
        return note.strip();
    }

    private static int done(String id, Replay.Outcome outcome) {
        if (outcome instanceof Replay.Outcome.Done done) {
            return done.replays();
        }
        if (outcome instanceof Replay.Outcome.NotDead other) {
            throw notDead(id, other.state());
        }
        if (outcome instanceof Replay.Outcome.NoReceipt none) {
            throw Refused.unprocessable(
                    "receipt-missing", none.why() + ": send the mended one as 'receipt', 'order' or 'contact'");
        }
        throw DeadLetterController.unknown(id);
    }

    private static Refused notDead(String id, String state) {
        return new Refused(
                HttpStatus.CONFLICT,
                "not-dead",
                "the state of '" + id + "' is " + state + "; only a dead letter can be replayed or discarded");
    }
}
