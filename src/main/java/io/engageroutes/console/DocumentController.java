package io.engageroutes.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.engageroutes.delivery.Accounts;
import io.engageroutes.delivery.DocumentSearch;
import io.engageroutes.delivery.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What documents yielded, and whether all of it came to an end. */
@RestController
class DocumentController {

    private static final List<String> STATES = List.of("reading", "done", "failed");

    private final DocumentSearch search;

    DocumentController(DocumentSearch search) {
        this.search = search;
    }

    /**
     * A document and how its messages ended.
     *
     * @param open how many have no end yet; null while the document is being read, for its counts are not known yet
     * @param addsUp null as well while it is being read
     */
    record DocumentView(@JsonUnwrapped DocumentSearch.Document document, Ends ends, Long open, Boolean addsUp) {}

    record Ends(long delivered, long skipped, long duplicate, long dead) {

        static Ends of(Accounts accounts) {
            return new Ends(accounts.delivered(), accounts.skipped(), accounts.duplicate(), accounts.dead());
        }
    }

    /** The accounts of a source, or of all where the source is null. */
    record AccountsView(
            String source,
            long documents,
            long reading,
            long withoutDocument,
            long seen,
            long receipts,
            long nonSales,
            long rejected,
            Ends ends,
            long open,
            boolean addsUp) {

        static AccountsView of(Accounts.OfSource of) {
            Accounts sums = of.accounts();
            return new AccountsView(
                    of.source(),
                    of.documents(),
                    of.reading(),
                    of.withoutDocument(),
                    sums.seen(),
                    sums.receipts(),
                    sums.nonSales(),
                    sums.rejected(),
                    Ends.of(sums),
                    sums.open(),
                    of.addsUp());
        }
    }

    /** @param wrong ids of documents whose accounts do not add up */
    record AllAccounts(AccountsView total, List<AccountsView> sources, List<String> wrong) {}

    @GetMapping("/api/documents")
    Page<DocumentSearch.Document> list(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, List.of("source", "name", "state"));
        String state = parameters.text("state");
        if (state != null && !STATES.contains(state)) {
            throw Refused.badRequest(
                    "invalid-parameter", "state='" + state + "' must be one of " + String.join(", ", STATES));
        }
        return search.list(
                new DocumentSearch.Filter(parameters.text("source"), parameters.text("name"), state), parameters.cut());
    }

    @GetMapping("/api/documents/{id}")
    DocumentView show(@PathVariable("id") String id) {
        DocumentSearch.Document document = search.show(id)
                .orElseThrow(() ->
                        new Refused(HttpStatus.NOT_FOUND, "unknown-document", "there is no document '" + id + "'"));
        Accounts accounts = search.accounts(document);
        boolean reading = document.state().equals("reading");
        return new DocumentView(
                document, Ends.of(accounts), reading ? null : accounts.open(), reading ? null : accounts.addsUp());
    }

    @GetMapping("/api/accounts")
    AllAccounts accounts() {
        List<Accounts.OfSource> sources = search.accounts();
        Accounts.OfSource total = sources.stream()
                .reduce(new Accounts.OfSource(null, 0, 0, 0, 0, Accounts.NONE), Accounts.OfSource::plus);
        return new AllAccounts(
                AccountsView.of(total), sources.stream().map(AccountsView::of).toList(), search.wrong());
    }
}
