package io.engageroutes.cli;

import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.engageroutes.reconcile.BackfillPlan;
import io.engageroutes.reconcile.FiscalRecord;
import io.engageroutes.reconcile.MemberList;
import io.engageroutes.reconcile.Reconciliation;
import io.engageroutes.reconcile.RunningApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Delivers receipts of a fiscal record with the members of a side file. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Gives the transactions of fiscal files the contacts of a side file and puts them on their way, by the running"
                    + " application: those that the source brought without contact, and those that it never brought. What"
                    + " was delivered is left alone.",
            ""
        },
        footer = {
            "",
            "The side file is CSV in UTF-8 with the header transaction;member and, where wanted, the columns type, register"
                    + " and store.",
            "",
            "Examples:",
            "  engage-routes backfill november.xml --source till-extenda --members members.csv --dry-run",
            "",
            "Exit status: 0 every member's receipt is delivered or on its way, 1 some are not, 2 nothing could be done."
        })
final class BackfillCommand implements Callable<Integer> {

    /** A document of them has well below the size that the console takes. */
    private static final int AT_ONCE = 200;

    @Mixin
    private FiscalFiles fiscal;

    @Mixin
    private Routes routes;

    @Option(names = "--members", required = true, paramLabel = "FILE", description = "The side file.")
    private Path members;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "memberNumber",
            description = "What the members' keys are where the side file does not say: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private ContactKeyType type;

    @Option(
            names = "--application",
            paramLabel = "URL",
            description = "Where the application runs (default: http://localhost:8080, or server.port). It is asked as"
                    + " console.user with console.password.")
    private URI application;

    @Option(names = "--dry-run", description = "Only count; nothing is sent.")
    private boolean dryRun;

    @Option(
            names = "--i-know",
            description =
                    "Send receipts that the source never brought although their unique ids may not be those that it"
                            + " would give them: if it still brings them, they are in Engage twice.")
    private boolean known;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<MemberList.Member> list = list();
        FiscalRecord record = fiscal.read(routes.bench(), true);
        LedgerAccess access = new LedgerAccess(routes.settings());
        Reconciliation reconciliation =
                Reconciliation.of(record, access.overHttp(application, fiscal.sources()), fiscal.matching());
        BackfillPlan plan = BackfillPlan.of(reconciliation, list);
        PrintWriter out = spec.commandLine().getOut();
        print(plan, record, out);
        if (plan.mayDouble() && !known && !dryRun) {
            throw new Refusal(
                    "Nothing was sent: " + plan.missing().size() + " receipts were never brought by the source,"
                            + " and the layout's uniqueId does not give the ids that the source gives. If it still brings them they"
                            + " would be in Engage twice. Make uniqueId, stores and registers of the layout give the source's ids,"
                            + " or say --i-know if it will not bring them any more.");
        }
        if (!dryRun) {
            send(plan.toSend(), access.application(application), out);
        }
        out.flush();
        boolean all = plan.dead() == 0
                && plan.withoutSale().isEmpty()
                && plan.ambiguous().isEmpty()
                && record.unread().isEmpty();
        return all ? Commands.GOOD : Commands.FOUND;
    }

    private List<MemberList.Member> list() {
        try (Reader csv = Files.newBufferedReader(members)) {
            return MemberList.read(csv, type);
        } catch (MemberList.Unusable e) {
            throw new Refusal(members + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Refusal(members + " cannot be read: " + e);
        }
    }

    private static void print(BackfillPlan plan, FiscalRecord record, PrintWriter out) {
        out.println(
                record.sales().size() + " sales and returns, of which " + plan.withoutMember() + " without a member");
        out.println(plan.deliveredBefore() + " of members were delivered before");
        out.println(plan.skipped().size() + " of members came without contact and are to be delivered");
        out.println(plan.missing().size() + " of members never came and are to be delivered");
        if (plan.mayDouble()) {
            out.println("  under ids that the source may not give them: see --i-know");
        }
        if (plan.dead() > 0) {
            out.println(plan.dead() + " of members are dead letters: mend and replay them");
        }
        if (!record.unread().isEmpty()) {
            out.println(record.unread().size() + " transactions could not be read: reconcile says why");
        }
        lines("members' transactions are not in these files", plan.withoutSale(), out);
        lines("members' transaction ids stand more than once: add the column register or store", plan.ambiguous(), out);
    }

    private static void lines(String what, List<MemberList.Member> members, PrintWriter out) {
        if (!members.isEmpty()) {
            out.println(members.size() + " " + what);
            members.forEach(member -> out.println("  line " + member.line() + ": transaction " + member.transaction()));
        }
    }

    private void send(List<Receipt> receipts, RunningApplication to, PrintWriter out) {
        String name = fiscal.files().get(0).getFileName().toString();
        for (int from = 0; from < receipts.size(); from += AT_ONCE) {
            List<Receipt> some = receipts.subList(from, Math.min(from + AT_ONCE, receipts.size()));
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (Receipt receipt : some) {
                body.writeBytes(ReceiptJson.bytes(receipt));
                body.write('\n');
            }
            String id = LedgerAccess.said(() -> to.send(name, body.toByteArray()));
            out.println("sent " + some.size() + " as document " + id);
            out.flush();
        }
    }
}
