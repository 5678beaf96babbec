package io.engageroutes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be begun anew. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description = {"Writes the files of something new, and over nothing.", ""},
        footer = {"", "Example:", "  engage-routes new source --help"})
final class NewCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine asking(Questions questions) {
        return new CommandLine(new NewCommand()).addSubcommand(new NewSourceCommand(questions));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
