package io.engageroutes.console;

import io.engageroutes.receipt.Fault;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What a caller is told instead of an answer; the message says what to do. */
final class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient List<Fault> faults;

    Refused(HttpStatus status, String code, String message, List<Fault> faults) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    Refused(HttpStatus status, String code, String message) {
        this(status, code, message, List.of());
    }

    static Refused badRequest(String code, String message) {
        return new Refused(HttpStatus.BAD_REQUEST, code, message);
    }

    static Refused unprocessable(String code, String message) {
        return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, code, message);
    }

    HttpStatus status() {
        return status;
    }

    ErrorBody body() {
        return new ErrorBody(code, getMessage(), faults.isEmpty() ? null : faults);
    }
}
