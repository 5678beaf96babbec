package io.engageroutes.cli;

import io.engageroutes.EngageRoutes;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is said when no command is named. */
@Command(
        name = "engage-routes",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Without a command, or with Spring's options only (--server.port=8081), the jar is the application.",
            "With one it is a workbench: nothing is sent to Engage, and neither broker nor database is needed"
                    + " unless the command says so.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 all is well, 1 something was found, 2 the command could not do its work.",
            "How a command is called: engage-routes COMMAND --help"
        })
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** From the jar's manifest; a class folder has none. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = EngageRoutes.class.getPackage().getImplementationVersion();
            return new String[] {"engage-routes " + (version == null ? "from a working copy" : version)};
        }
    }
}
