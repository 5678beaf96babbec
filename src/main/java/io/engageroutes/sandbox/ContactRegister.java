package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contacts that the simulator knows, by id and by every key. */
final class ContactRegister {

    private static final long FIRST_MEMBER_NUMBER = 9_000_000_001L;

    private final JsonNode seed;
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<String, Set<String>> byKey = new HashMap<>();
    private long nextMemberNumber;

    /** The seed is an array of create payloads, each with the {@code id} that the contact shall have. */
    ContactRegister(JsonNode seed) {
        this.seed = seed;
        reset();
    }

    synchronized void reset() {
        contacts.clear();
        byKey.clear();
        nextMemberNumber = FIRST_MEMBER_NUMBER;
        for (JsonNode contact : seed) {
            put(contact.get("id").textValue(), contact, Map.of("source", "seed"));
        }
    }

    synchronized Optional<Contact> byId(String id) {
        return Optional.ofNullable(contacts.get(id.toLowerCase(Locale.ROOT)));
    }

    synchronized List<Contact> all() {
        return List.copyOf(contacts.values());
    }

    /** Those with a key in its normal form; of any type when the type is null. */
    synchronized List<Contact> find(ContactKind kind, String normalised, String type) {
        return byKey.getOrDefault(kind + "=" + normalised, Set.of()).stream()
                .map(contacts::get)
                .filter(contact -> type == null || type.equals(contact.contactType()))
                .toList();
    }

    /** Adds a contact unless one of its type has one of its keys already; then that one comes back as the conflict. */
    synchronized Written create(JsonNode payload, Map<String, Object> meta) {
        Contact draft = draft("", payload, meta);
        Optional<Contact> holder = holderOfKey(draft);
        return holder.map(contact -> new Written(contact, true))
                .orElseGet(() -> new Written(put(UUID.randomUUID().toString(), payload, meta), false));
    }

    /** Changes a contact unless another one of its type has one of its new keys. */
    synchronized Written update(Contact before, JsonNode payload) {
        Contact after = before.with(payload);
        Optional<Contact> holder = holderOfKey(after);
        if (holder.isPresent()) {
            return new Written(holder.get(), true);
        }
        forgetKeys(before);
        store(after);
        return new Written(after, false);
    }

    /** A contact that was written, or the one that stood in the way. */
    record Written(Contact contact, boolean conflict) {}

    /** Whether a receipt's match key leads to a contact. */
    boolean knows(String matchKeyType, String matchKey, String contactType) {
        return matching(matchKeyType, matchKey, contactType).isPresent();
    }

    /** The contact to which the match key of an order leads, if it has one that leads to any. */
    Optional<Contact> matching(JsonNode contact) {
        return contact.isObject()
                ? matching(
                        contact.path("matchKeyType").asText(),
                        contact.path("matchKey").asText(),
                        contact.path("contactType").textValue())
                : Optional.empty();
    }

    private Optional<Contact> matching(String matchKeyType, String matchKey, String contactType) {
        String type = contactType == null ? Contact.DEFAULT_TYPE : contactType;
        return switch (matchKeyType.toLowerCase(Locale.ROOT)) {
            case "contactid" -> byId(matchKey);
            case "email" -> matching(ContactKind.EMAIL, matchKey, type);
            case "mobilephone" -> matching(ContactKind.MOBILE_PHONE, matchKey, type);
            case "socialsecuritynumber" -> matching(ContactKind.SOCIAL_SECURITY_NUMBER, matchKey, type);
            case "externalid" -> matching(ContactKind.EXTERNAL_ID, matchKey, type);
            case "membernumber", "membernumberwithcardnumberasfallback" ->
                matching(ContactKind.MEMBER_NUMBER, matchKey, type);
            default -> Optional.empty();
        };
    }

    private Optional<Contact> matching(ContactKind kind, String value, String type) {
        return kind.normalised(value)
                .flatMap(key -> find(kind, key, type).stream().findFirst());
    }

    private Optional<Contact> holderOfKey(Contact contact) {
        List<Contact> holders = new ArrayList<>();
        for (ContactKind kind : ContactKind.values()) {
            contact.key(kind).ifPresent(key -> holders.addAll(find(kind, key, contact.contactType())));
        }
        return holders.stream()
                .filter(holder -> !holder.id().equals(contact.id()))
                .findFirst();
    }

    private Contact put(String id, JsonNode payload, Map<String, Object> meta) {
        Contact contact = draft(id, payload, meta);
        if (!contact.attributes().hasNonNull("memberNumber")) {
            contact = contact.with(
                    JsonNodeFactory.instance.objectNode().put("memberNumber", Long.toString(nextMemberNumber++)));
        }
        store(contact);
        return contact;
    }

    private static Contact draft(String id, JsonNode payload, Map<String, Object> meta) {
        Map<String, Object> all = new LinkedHashMap<>(meta);
        all.put("contactType", payload.path("contactType").asText(Contact.DEFAULT_TYPE));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return new Contact(id, nodes.objectNode(), all, nodes.objectNode(), nodes.arrayNode()).with(payload);
    }

    private void store(Contact contact) {
        contacts.put(contact.id(), contact);
        for (ContactKind kind : ContactKind.values()) {
            contact.key(kind).ifPresent(key -> byKey.computeIfAbsent(kind + "=" + key, unused -> new LinkedHashSet<>())
                    .add(contact.id()));
        }
    }

    private void forgetKeys(Contact contact) {
        for (ContactKind kind : ContactKind.values()) {
            contact.key(kind).ifPresent(key -> byKey.get(kind + "=" + key).remove(contact.id()));
        }
    }
}
