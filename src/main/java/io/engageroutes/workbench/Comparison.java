package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What two versions of a layout, a profile or a folder of routes make of the same documents. A transaction is the same when it has
 * the same unique id, or else stands at the same place. Holds all of them in memory, each as its JSON.
 */
public final class Comparison {

    private static final Pattern CONTACT = Pattern.compile(
            "((order|contact)\\.)?(basket\\.)?contactKeys\\[[0-9]+]\\.value|contact\\.attributes\\..+|sent\\.contact\\.matchKey");
    private static final JudgedJson JSON = new JudgedJson(true);

    private final boolean contacts;
    private final boolean places;
    private final List<Kept> before = new ArrayList<>();
    private final List<Kept> now = new ArrayList<>();

    /** @param contacts whether contact keys are shown as they are; they are compared either way */
    public Comparison(boolean contacts) {
        this(contacts, false);
    }

    private Comparison(boolean contacts, boolean places) {
        this.contacts = contacts;
        this.places = places;
    }

    /** Where nothing may differ, not even the places at which the transactions are said to stand. */
    static Comparison exact() {
        return new Comparison(true, true);
    }

    private record Kept(String document, String place, String uniqueId, byte[] json) {

        String byId() {
            return uniqueId == null ? null : document + '\n' + uniqueId;
        }

        String byPlace() {
            return document + '\n' + place;
        }
    }

    /** What happened to a transaction. */
    public enum Kind {
        APPEARS("appears"),
        VANISHES("vanishes"),
        CHANGES("changes");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One transaction that is not the same by both versions.
     *
     * @param uniqueId by the new version, or by the old one; null when it never was a receipt
     * @param differences field by field; empty when it appears or vanishes
     */
    public record Change(Kind kind, String document, String place, String uniqueId, List<Difference> differences) {}

    public void before(Judged judged) {
        before(judged.document(), JSON.lasting(judged));
    }

    public void now(Judged judged) {
        now(judged.document(), JSON.lasting(judged));
    }

    void before(String document, JsonNode lasting) {
        before.add(keep(document, lasting));
    }

    void now(String document, JsonNode lasting) {
        now.add(keep(document, lasting));
    }

    private static Kept keep(String document, JsonNode lasting) {
        String receipt = lasting.path("receipt").path("uniqueId").asText(null);
        String id = receipt != null
                ? receipt
                : lasting.path("order").path("orderId").asText(null);
        return new Kept(document, lasting.path("place").asText(), id, Json.bytes(lasting));
    }

    /** In the order of the documents; those that vanish last. */
    public List<Change> changes() {
        Set<Kept> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(before);
        Kept[] partners = new Kept[now.size()];
        pair(Kept::byId, partners, left);
        pair(Kept::byPlace, partners, left);
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < partners.length; at++) {
            change(partners[at], now.get(at), changes);
        }
        before.stream()
                .filter(left::contains)
                .forEach(kept -> changes.add(
                        new Change(Kind.VANISHES, kept.document(), kept.place(), kept.uniqueId(), List.of())));
        return changes;
    }

    private void pair(Function<Kept, String> key, Kept[] partners, Set<Kept> left) {
        Map<String, Deque<Kept>> waiting = new HashMap<>();
        before.stream()
                .filter(left::contains)
                .filter(kept -> key.apply(kept) != null)
                .forEach(kept -> waiting.computeIfAbsent(key.apply(kept), any -> new ArrayDeque<>())
                        .add(kept));
        for (int at = 0; at < partners.length; at++) {
            Deque<Kept> same = waiting.get(key.apply(now.get(at)));
            if (partners[at] == null && same != null && !same.isEmpty()) {
                partners[at] = same.remove();
                left.remove(partners[at]);
            }
        }
    }

    private void change(Kept was, Kept is, List<Change> changes) {
        if (was == null) {
            changes.add(new Change(Kind.APPEARS, is.document(), is.place(), is.uniqueId(), List.of()));
            return;
        }
        List<Difference> differences = Difference.between(flat(was.json()), flat(is.json()));
        if (!differences.isEmpty()) {
            String id = is.uniqueId() == null ? was.uniqueId() : is.uniqueId();
            changes.add(new Change(
                    Kind.CHANGES,
                    is.document(),
                    is.place(),
                    id,
                    differences.stream().map(this::masked).toList()));
        }
    }

    /** The receipt's own fields first and without a prefix, as its schema calls them. */
    private JsonNode flat(byte[] json) {
        try {
            ObjectNode node = (ObjectNode) Json.read(json);
            if (!places) {
                node.remove("place");
            }
            JsonNode receipt = node.remove("receipt");
            return receipt instanceof ObjectNode own ? own.setAll(node) : node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Difference masked(Difference difference) {
        return contacts || !CONTACT.matcher(difference.path()).matches()
                ? difference
                : new Difference(difference.path(), masked(difference.before()), masked(difference.now()));
    }

    private static String masked(String value) {
        return value == null ? null : JudgedJson.masked(value);
    }
}
