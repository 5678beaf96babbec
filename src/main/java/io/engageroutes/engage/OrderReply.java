package io.engageroutes.engage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Engage answers about orders of version 3. The answers' form is inferred from the documentation and from clients, so it is read
 * tolerantly: names in any case, a job's id in the body or at the end of a link.
 */
public final class OrderReply {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern JOB = Pattern.compile("orders/jobs/([^/?#\"]+)");
    private static final int LONGEST = 1000;
    private static final int LONGEST_ID = 200;

    private OrderReply() {}

    /** The version of the order that an action is for; null when the answer has none. */
    public static String versionTag(String order) {
        String tag = text(read(order), "versiontag");
        return tag == null || tag.length() > LONGEST_ID ? null : tag;
    }

    /** The job that was begun; null when there is none to wait for. */
    public static String job(String body, String location) {
        String id = text(read(body), "jobid");
        if (id == null) {
            Matcher link = JOB.matcher((location == null ? "" : location) + "\n" + (body == null ? "" : body));
            id = link.find() ? link.group(1) : null;
        }
        return id == null || id.isBlank() || id.length() > LONGEST_ID ? null : id;
    }

    /** Whether the job is done. */
    public static boolean isComplete(String body) {
        return state(body).equals("completed");
    }

    /** Whether the job had its effect, if not all of it. */
    public static boolean isPartly(String body) {
        return state(body).equals("completedwitherrors");
    }

    private static String state(String body) {
        JsonNode job = read(body);
        String state = text(job, "state");
        String status = state == null ? text(job, "status") : state;
        return status == null ? "" : status.toLowerCase(Locale.ROOT);
    }

    /** Why the job failed, wholly or in part; empty when it did not. */
    public static List<Fault> jobErrors(String body) {
        String state = state(body);
        if (!state.equals("failed") && !state.equals("completedwitherrors")) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode error : field(read(body), "errors")) {
            faults.add(fault(state, error.isTextual() ? error.asText() : error.toString()));
        }
        if (faults.isEmpty()) {
            String message = text(read(body), "message");
            faults.add(fault(state, message == null ? "Engage gave no reason" : message));
        }
        return faults;
    }

    private static Fault fault(String state, String said) {
        String code = state.equals("failed") ? "engage-job-failed" : "engage-job-completed-with-errors";
        return new Fault(code, "job", null, said.length() <= LONGEST ? said : said.substring(0, LONGEST));
    }

    private static JsonNode read(String body) {
        try {
            return body == null || body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = field(object, name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static JsonNode field(JsonNode object, String name) {
        for (var field : object.properties()) {
            if (field.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                return field.getValue();
            }
        }
        return JSON.missingNode();
    }
}
