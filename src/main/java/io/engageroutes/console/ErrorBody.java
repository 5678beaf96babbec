package io.engageroutes.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Every error as JSON.
 *
 * @param code a constant in kebab case
 * @param faults left out where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorBody(String code, String message, List<Fault> faults) {

    static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
