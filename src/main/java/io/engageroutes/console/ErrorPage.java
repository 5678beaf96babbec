package io.engageroutes.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Errors that no call of ours raised, such as a missing password or an unknown path, in the same form as all others. */
@Component
class ErrorPage extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> found =
                super.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS));
        HttpStatus status = found.get("status") instanceof Integer number ? HttpStatus.resolve(number) : null;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", status == null ? "failure" : ErrorBody.code(status));
        body.put("message", message(status));
        return body;
    }

    private static String message(HttpStatus status) {
        if (status == null) {
            return "the application failed on this call; its log says why";
        }
        return switch (status) {
            case UNAUTHORIZED -> "send console.user and console.password as HTTP Basic";
            case FORBIDDEN -> "the HTTP interface is closed until console.user and console.password are set";
            case NOT_FOUND -> "there is nothing under this address; docs/http.md lists what there is";
            default -> status.getReasonPhrase();
        };
    }
}
