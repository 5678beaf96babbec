package io.engageroutes.cli;

import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.reconcile.Reconciliation;
import io.engageroutes.reconcile.RunningApplication;
import io.engageroutes.wiring.WorkbenchSettings;
import java.net.URI;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How a command looks into the ledger: in the database of the settings, or by asking the running application. */
final class LedgerAccess {

    private final WorkbenchSettings settings;

    LedgerAccess(WorkbenchSettings settings) {
        this.settings = settings;
    }

    /** @param address null for where the settings say that it listens */
    RunningApplication application(URI address) {
        String user = text("console.user");
        return new RunningApplication(
                address == null ? URI.create("http://localhost:" + text("server.port")) : address,
                user.isBlank() ? "console" : user,
                text("console.password"));
    }

    Reconciliation.Feed overHttp(URI address, List<String> sources) {
        RunningApplication application = application(address);
        return days -> said(() -> application.ends(sources, days));
    }

    Reconciliation.Feed inDatabase(List<String> sources) {
        String url = text("spring.datasource.url");
        // An H2 that is not there would be made anew, and everything would be missing.
        boolean file = url.startsWith("jdbc:h2:file:");
        DriverManagerDataSource source = new DriverManagerDataSource(
                file ? url + ";IFEXISTS=TRUE" : url,
                text("spring.datasource.username"),
                text("spring.datasource.password"));
        LedgerDays ledger = new LedgerDays(new JdbcTemplate(source));
        return days -> {
            try {
                return ledger.of(sources, days.first(), days.last());
            } catch (BadSqlGrammarException e) {
                throw new Refusal("the database " + shown(url)
                        + " is not this version's: start the application of this version once, it updates the tables");
            } catch (DataAccessException e) {
                throw new Refusal("the database " + shown(url) + " cannot be asked: "
                        + e.getMostSpecificCause().getMessage()
                        + (file
                                ? "\nWhile the application runs it holds this file: ask the application with --application"
                                : "\nSet SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
                                        + " as the application has them, or ask the application with --application"));
            }
        };
    }

    /** Without what follows the name of the database: some write a password there. */
    private static String shown(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    private String text(String setting) {
        String value = settings.value(setting);
        return value == null ? "" : value;
    }

    /** What may fail because the application did not answer. */
    @FunctionalInterface
    interface Call<T> {
        T get();
    }

    static <T> T said(Call<T> call) {
        try {
            return call.get();
        } catch (RunningApplication.NoAnswer e) {
            throw new Refusal(e.getMessage());
        }
    }
}
