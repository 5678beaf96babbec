package io.engageroutes.console;

import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.LedgerSearch;
import io.engageroutes.delivery.Page;
import io.engageroutes.receipt.ContactKeyType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of a message. */
@RestController
class LedgerController {

    private static final String CONTACT = "contact";
    private static final List<String> NAMES = List.of("receiptNumber", "uniqueId", "document", "messageId", CONTACT);

    private final LedgerSearch search;

    LedgerController(LedgerSearch search) {
        this.search = search;
    }

    @GetMapping("/api/messages")
    Page<LedgerSearch.Row> find(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, NAMES);
        if (parameters.filters().isEmpty()) {
            throw Refused.badRequest("parameter-missing", "give at least one of " + String.join(", ", NAMES));
        }
        var filter = new LedgerSearch.Filter(
                parameters.text("receiptNumber"),
                parameters.text("uniqueId"),
                contactHash(parameters.text(CONTACT)),
                parameters.text("document"),
                parameters.text("messageId"));
        return search.find(filter, parameters.cut());
    }

    /** The value is never repeated in a message: it is personal data. */
    private static String contactHash(String contact) {
        if (contact == null) {
            return null;
        }
        int colon = contact.indexOf(':');
        String type = colon < 0 ? "" : contact.substring(0, colon).strip();
        String value = contact.substring(colon + 1);
        return Arrays.stream(ContactKeyType.values())
                .filter(known -> known.name().equalsIgnoreCase(type) && !value.isBlank())
                .map(known ->
                        ContentHash.ofContact(known.name(), known == ContactKeyType.mobilePhone ? plus(value) : value))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest(
                        "invalid-parameter",
                        CONTACT + " must be type:value, with one of the types "
                                + Arrays.stream(ContactKeyType.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** An international number whose plus was not written as %2B arrives with a space instead. */
    private static String plus(String number) {
        return number.startsWith(" ") ? '+' + number.strip() : number;
    }
}
