package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.sandbox.ContactRegister.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@code /contacts} of Engage's API, versions 2 and 3. */
final class ContactsApi {

    private final ContactRegister register;

    ContactsApi(ContactRegister register) {
        this.register = register;
    }

    /** Answers a call whose path starts with {@code contacts}; null when there is no such call. */
    Answer answer(String version, Call call) {
        boolean v2 = version.equals("v2");
        if (call.is("GET", "contacts", "id")) {
            return identify(call.query());
        }
        if (call.is("POST", "contacts")) {
            return create(call, v2);
        }
        if (call.is("GET", "contacts", "*")) {
            return withContact(call.part(1), contact -> Answer.json(200, contact));
        }
        if (call.is(v2 ? "POST" : "PATCH", "contacts", "*")) {
            JsonNode payload = Json.read(call.body());
            return withContact(call.part(1), contact -> update(contact, payload));
        }
        return null;
    }

    private Answer identify(Map<String, String> query) {
        String type = query.get("contactType");
        if (type != null && !Contact.isType(type)) {
            return Answer.error(400, "InvalidContactType", "There is no such contact type");
        }
        List<List<Contact>> found = new ArrayList<>();
        for (ContactKind kind : ContactKind.values()) {
            String value = query.get(kind.attribute());
            if (value == null || kind == ContactKind.MEMBER_NUMBER || kind == ContactKind.EXTERNAL_ID) {
                continue;
            }
            Optional<String> key = kind.normalised(value.trim());
            if (key.isEmpty()) {
                return Answer.error(400, kind.errorCode(), "The value cannot be used as " + kind.attribute());
            }
            found.add(register.find(kind, key.get(), type));
        }
        if (query.containsKey("customKey")) {
            found.add(byCustomKey(query.get("customKey"), type));
        }
        if (query.containsKey("any")) {
            found.add(byAny(query.get("any"), type));
        }
        if (found.isEmpty()) {
            return Answer.error(
                    400, "InvalidSearchQuery", "Give email, mobilePhone, socialSecurityNumber, customKey or any");
        }
        List<Contact> all = found.remove(0);
        for (List<Contact> others : found) {
            all = all.stream().filter(others::contains).toList();
        }
        return identified(all.stream().map(Contact::id).toList());
    }

    private static Answer identified(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> Answer.error(404, "ContactNotFound", "No contact has this key");
            case 1 -> Answer.json(200, ids.get(0));
            default ->
                Answer.error(
                        409,
                        "MultipleMatches",
                        "Several contacts have this key",
                        Map.of("messageDetails", Map.of("multipleMatchesFound", ids)));
        };
    }

    private List<Contact> byCustomKey(String value, String type) {
        List<Contact> members = register.find(ContactKind.MEMBER_NUMBER, value.trim(), type);
        return members.isEmpty() ? register.find(ContactKind.EXTERNAL_ID, value.trim(), type) : members;
    }

    /** Stops at the first kind that the value could be, even when nobody has it: so does Engage. */
    private List<Contact> byAny(String value, String type) {
        for (ContactKind kind :
                List.of(ContactKind.EMAIL, ContactKind.SOCIAL_SECURITY_NUMBER, ContactKind.MOBILE_PHONE)) {
            Optional<String> key = kind.normalised(value.trim());
            if (key.isPresent()) {
                return register.find(kind, key.get(), type);
            }
        }
        return byCustomKey(value, type);
    }

    private Answer create(Call call, boolean v2) {
        JsonNode payload = Json.read(call.body());
        if (!payload.isObject() || payload.isEmpty()) {
            return Answer.error(400, "NoData", "The body has no data");
        }
        List<String> errors = new ArrayList<>();
        if (!Contact.isType(payload.path("contactType").asText(Contact.DEFAULT_TYPE))) {
            errors.add("contactType is not known");
        }
        checkKeys(payload, errors);
        List<ContactKind> keys = List.of(
                ContactKind.EMAIL,
                ContactKind.MOBILE_PHONE,
                ContactKind.EXTERNAL_ID,
                ContactKind.SOCIAL_SECURITY_NUMBER);
        if (keys.stream()
                .allMatch(kind -> payload.path(kind.attribute()).asText("").isBlank())) {
            errors.add("one of email, mobilePhone, externalId and socialSecurityNumber is required");
        }
        if (!errors.isEmpty()) {
            return Answer.invalid(422, errors);
        }
        return answer(register.create(payload, meta(call, v2)), 201);
    }

    /** Version 2 takes these from headers, version 3 from the query; either ignores the other's place silently. */
    private static Map<String, Object> meta(Call call, boolean v2) {
        Map<String, Object> meta = new LinkedHashMap<>();
        for (String name : List.of("source", "storeExternalId", "createAsUnapproved")) {
            String value = v2 ? call.header(name) : call.query().get(name);
            if (value != null && !name.equals("createAsUnapproved")) {
                meta.put(name, value);
            } else if (name.equals("createAsUnapproved")) {
                meta.put("approved", !"true".equalsIgnoreCase(value));
            }
        }
        return meta;
    }

    private Answer update(Contact contact, JsonNode payload) {
        if (!payload.isObject() || payload.isEmpty()) {
            return Answer.error(400, "NoData", "The body has no data");
        }
        List<String> errors = new ArrayList<>();
        checkKeys(payload, errors);
        return errors.isEmpty() ? answer(register.update(contact, payload), 200) : Answer.invalid(422, errors);
    }

    private static Answer answer(Written written, int success) {
        return written.conflict()
                ? Answer.error(409, "ApprovedContactWithKeyExists", "A contact of this type has this key already")
                : Answer.json(success, written.contact());
    }

    private static void checkKeys(JsonNode payload, List<String> errors) {
        for (ContactKind kind : ContactKind.values()) {
            String value = payload.path(kind.attribute()).asText("");
            if (!value.isEmpty() && kind.normalised(value).isEmpty()) {
                errors.add(kind.attribute() + " is not valid");
            }
        }
    }

    private Answer withContact(String id, Function<Contact, Answer> then) {
        try {
            UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return Answer.error(400, "InvalidContactId", "A contact's id is a GUID");
        }
        return register.byId(id.toLowerCase(Locale.ROOT))
                .map(then)
                .orElseGet(() -> Answer.error(404, "ContactNotFound", "No contact has this id"));
    }
}
