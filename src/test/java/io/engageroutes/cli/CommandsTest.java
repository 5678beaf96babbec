package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"try", "help", "--help", "-h", "--version", "tyr"})
    void aWordOrACallForHelpIsACommand(String first) {
        assertThat(Commands.asked(new String[] {first})).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=8081", "--spring.profiles.active=sandbox", "-Dx=y"})
    void springsOptionsStartTheApplication(String first) {
        assertThat(Commands.asked(new String[] {first})).isFalse();
    }

    @Test
    void withoutArgumentsTheApplicationStarts() {
        assertThat(Commands.asked(new String[0])).isFalse();
    }

    @Test
    void helpNamesTheExitStatus() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit status: 0 all is well").contains("engage-routes");
    }

    @Test
    void theVersionOfAWorkingCopyIsSaid() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("engage-routes ");
    }

    @Test
    void aMistypedCommandIsNotTheApplication() {
        assertThat(run("hlep")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("hlep")
                .contains("The commands are help, refuse, fail")
                .doesNotContain("\tat ");
    }

    @Test
    void aRefusalIsSaidAsItIs() {
        assertThat(run("refuse")).isEqualTo(2);
        assertThat(errors.toString()).isEqualTo("no such source" + System.lineSeparator());
    }

    @Test
    void theUnexpectedIsSaidWithoutAStackTrace() {
        assertThat(run("fail")).isEqualTo(2);
        assertThat(errors.toString()).contains("IllegalStateException: oh").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return new Commands(List.of(new Refuse(), new Fail()))
                .printingTo(new PrintWriter(out, true), new PrintWriter(errors, true))
                .run(arguments);
    }

    @Command(name = "refuse")
    static final class Refuse implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new Refusal("no such source");
        }
    }

    @Command(name = "fail")
    static final class Fail implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new IllegalStateException("oh");
        }
    }
}
