package io.engageroutes.cli;

import io.engageroutes.workbench.CannotTry;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The commands of the jar: {@code java -jar engage-routes.jar try FILE --source NAME}. Without one, or with Spring's
 * options only, the jar is the application.
 */
public final class Commands {

    /** What was asked for is so: exit status of every command. */
    public static final int GOOD = 0;

    /** The command did its work and found something that is not right. */
    public static final int FOUND = 1;

    /** The command could not do its work, or was called wrongly. */
    public static final int CANNOT = 2;

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final CommandLine line;

    public Commands() {
        this(Questions.onTerminal());
    }

    /** All commands: one is added by adding it to this list. */
    Commands(Questions questions) {
        this(List.of(
                new TryCommand(),
                new TestCommand(),
                new CheckCommand(),
                NewCommand.asking(questions),
                new ReconcileCommand(),
                new BackfillCommand()));
    }

    Commands(List<Object> commands) {
        line = new CommandLine(new RootCommand());
        commands.forEach(line::addSubcommand);
        line.setExecutionExceptionHandler(Commands::saidPlainly);
        line.setParameterExceptionHandler(Commands::calledWrongly);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
    }

    /** Whether these are arguments of a command: the first is a word, or asks for help. All else is Spring's. */
    public static boolean asked(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || OPTIONS.contains(arguments[0]));
    }

    /** Runs a command as a process of its own and returns its exit status. */
    public static int main(String[] arguments) {
        Quiet.please();
        return new Commands()
                .printingTo(writer(FileDescriptor.out), writer(FileDescriptor.err))
                .run(arguments);
    }

    /** In UTF-8 but on a terminal that shows another charset: what is piped into a file or jq must not lose letters. */
    private static PrintWriter writer(FileDescriptor stream) {
        Console terminal = System.console();
        Charset charset = terminal == null ? StandardCharsets.UTF_8 : terminal.charset();
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), charset)), true);
    }

    /** Runs a command and returns its exit status; prints to the standard streams. */
    public int run(String... arguments) {
        return line.execute(arguments);
    }

    /** Where it prints instead of the standard streams. */
    public Commands printingTo(PrintWriter out, PrintWriter errors) {
        line.setOut(out);
        line.setErr(errors);
        return this;
    }

    /** A stack trace tells a user nothing; a {@link Refusal} tells all, anything else at least its kind. */
    private static int saidPlainly(Exception thrown, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter errors = command.getErr();
        if (thrown instanceof Refusal || thrown instanceof CannotTry) {
            errors.println(thrown.getMessage());
        } else {
            errors.println("Stopped by something unexpected, which is a fault of this command: "
                    + thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
        }
        errors.flush();
        return CANNOT;
    }

    private static int calledWrongly(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter errors = command.getErr();
        errors.println(wrong.getMessage());
        if (command.getParent() == null) {
            errors.println("The commands are "
                    + String.join(", ", command.getSubcommands().keySet()));
        }
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, errors)) {
            errors.println("How it is called: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        errors.flush();
        return CANNOT;
    }
}
