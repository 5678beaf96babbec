package io.engageroutes.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.check.Finding;
import io.engageroutes.check.LoadCheck;
import io.engageroutes.workbench.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong below {@code routes/}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Looks through everything below routes/ and says what is wrong, with file, line and column, and what is meant.",
            "Nothing is started, sent or connected to.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  engage-routes check",
            "  engage-routes check --routes ../our-routes --json",
            "",
            "Exit status: 0 nothing is wrong; 1 something is; 2 there is no such folder, or the settings cannot be read."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Routes routes;

    @Option(
            names = "--json",
            description = "Print the findings as a JSON array of file, line, column, wrong and meant.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = routes.bench().routes();
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no folder " + folder + ": name the folder routes with --routes");
        }
        List<Finding> findings = new LoadCheck(routes.settings().surroundings()).check(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.pretty(array(findings)));
        } else {
            findings.forEach(finding -> out.println(folder + "/" + finding));
            out.println(summary(findings));
        }
        out.flush();
        return findings.isEmpty() ? Commands.GOOD : Commands.FOUND;
    }

    private static String summary(List<Finding> findings) {
        long files = findings.stream().map(Finding::file).distinct().count();
        return findings.isEmpty()
                ? "Nothing is wrong."
                : "Wrong: " + findings.size() + (findings.size() == 1 ? " place in " : " places in ") + files
                        + (files == 1 ? " file." : " files.");
    }

    private static ArrayNode array(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            ObjectNode object = array.addObject();
            object.put("file", finding.file().toString().replace('\\', '/'));
            object.put("line", finding.line());
            object.put("column", finding.column());
            object.put("wrong", finding.wrong());
            object.put("meant", finding.meant());
        }
        return array;
    }
}
