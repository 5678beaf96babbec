package io.engageroutes.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client is told of a job: its address when a call is accepted, then how it stands. */
final class JobAnswers {

    private static final String ORDERS = "/api/v3/orders/";

    private JobAnswers() {}

    static Answer accepted(int status, OrderJob job) {
        String href = ORDERS + "jobs/" + job.jobId();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jobId", job.jobId());
        body.put("links", List.of(Map.of("rel", "job", "href", href)));
        return Answer.json(status, body).with("Location", href);
    }

    /** Leads to the order once the job is done; a failed one is an error. */
    static Answer state(OrderJob job) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (job.state() == OrderJob.State.Failed) {
            body.put("errorCode", "JobFailed");
            body.put("message", String.join("; ", job.errors()));
        }
        body.put("jobId", job.jobId());
        body.put("state", job.state());
        body.put("errors", job.errors());
        // A plus stands for itself in a path.
        String order = ORDERS
                + URLEncoder.encode(job.orderId(), StandardCharsets.UTF_8).replace("+", "%20");
        return switch (job.state()) {
            case Queued -> Answer.json(200, body);
            case Failed -> Answer.json(422, body);
            case Completed, CompletedWithErrors -> Answer.json(302, body).with("Location", order);
        };
    }
}
