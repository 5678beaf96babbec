package io.engageroutes.console;

import io.engageroutes.delivery.Replay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what goes wrong in a call of this package. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ErrorBody> refused(Refused refused) {
        return answer(refused.status(), refused.body());
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> notDurable(Replay.NotDurable notDurable) {
        LOG.warn("A replay could not be sent: {}", notDurable.getCause().toString());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new ErrorBody(
                        "not-durable",
                        "the broker did not take it, so nothing has changed: replay it again later",
                        null));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ErrorBody> storageAway(RuntimeException cause) {
        LOG.warn("The database did not answer a call: {}", cause.toString());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new ErrorBody(
                        "storage-away",
                        "the database did not answer, or somebody else holds the row: look what it says later, and try again",
                        null));
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> other(Exception cause) {
        if (cause instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, new ErrorBody(ErrorBody.code(status), cause.getMessage(), null));
        }
        LOG.error("A call failed", cause);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new ErrorBody("failure", "the application failed on this call; its log says why", null));
    }

    private static ResponseEntity<ErrorBody> answer(HttpStatus status, ErrorBody body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "30");
        }
        return answer.body(body);
    }
}
