package io.engageroutes.cli;

import io.engageroutes.reconcile.FiscalRecord;
import io.engageroutes.reconcile.Reconciliation;
import io.engageroutes.reconcile.ReconciliationJson;
import io.engageroutes.reconcile.ReconciliationText;
import io.engageroutes.workbench.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a fiscal record with what was delivered. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Compares fiscal files (SAF-T Cash Register, Norway and Denmark) with what became of the receipts of a source:"
                    + " what is missing, surplus, dead, of another amount.",
            "Asks the database of the settings (spring.datasource.*), or with --application the running application;"
                    + " changes nothing. The default H2 file can only be asked while the application is down.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  engage-routes reconcile november.xml --source till-extenda --layout saft/mychain --from 2026-11-03",
            "  engage-routes reconcile day.zip --source till-extenda --application http://localhost:8080 --json",
            "",
            "Exit status: 0 reconciled, 1 there are differences, 2 it could not be compared."
        })
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private FiscalFiles fiscal;

    @Mixin
    private Routes routes;

    @Option(
            names = "--application",
            paramLabel = "URL",
            description = "Ask the running application at this address instead of the database, as console.user with"
                    + " console.password (CONSOLE_USER, CONSOLE_PASSWORD).")
    private URI application;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean asJson;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FiscalRecord record = fiscal.read(routes.bench(), false);
        LedgerAccess ledger = new LedgerAccess(routes.settings());
        Reconciliation.Feed feed = application == null
                ? ledger.inDatabase(fiscal.sources())
                : ledger.overHttp(application, fiscal.sources());
        Reconciliation result = Reconciliation.of(record, feed, fiscal.matching());
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.print(Json.pretty(ReconciliationJson.of(result)));
        } else {
            new ReconciliationText(out).print(result);
        }
        out.flush();
        if (result.period() == null) {
            return Commands.CANNOT;
        }
        return result.isReconciled() ? Commands.GOOD : Commands.FOUND;
    }
}
