package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class SandboxConfigurationTest {

    @TempDir
    Path folder;

    private final List<Object> said = new ArrayList<>();

    @Test
    void sandboxStartsBothServersBeforeRoutesAndDropsSamplesWhenReady() {
        try (ConfigurableApplicationContext context = start("sandbox")) {
            assertThat(context.getBean(SandboxLifecycle.class).isRunning()).isTrue();
            assertThat(context.getBean(SandboxLifecycle.class).getPhase()).isNegative();
            assertThat(context.getBean(EngageSimulator.class).port()).isPositive();
            SandboxSftpServer sftp = context.getBean(SandboxSftpServer.class);
            assertThat(sftp.port()).isPositive();
            assertThat(sftp.knownHosts()).isNotEmptyFile();
            for (String till : List.of("till-extenda", "till-wincor", "till-csv", "till-json")) {
                assertThat(sftp.root().resolve(till)).isNotEmptyDirectory();
            }
            assertThat(said).hasSize(1);
        }
    }

    @Test
    void samplesAreAnnouncedAtTheFirstStartOnly() {
        start("sandbox").close();
        start("sandbox").close();
        assertThat(said).hasSize(1);
    }

    @Test
    void withoutTheProfileThereIsNothing() {
        try (ConfigurableApplicationContext context = start("production")) {
            assertThat(context.getBeansOfType(EngageSimulator.class)).isEmpty();
            assertThat(context.getBeansOfType(SandboxSftpServer.class)).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("sftp"))).isFalse();
    }

    @Test
    void takenPortIsSaidWithTheSettingToChange() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = "--sandbox.simulator.port=" + taken.getLocalPort();
            assertThatThrownBy(() -> start("sandbox", port)).hasStackTraceContaining("sandbox.simulator.port");
        }
    }

    private ConfigurableApplicationContext start(String profile, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--sandbox.folder=" + folder, "--sandbox.sftp.port=0"));
        arguments.addAll(more.length == 0 ? List.of("--sandbox.simulator.port=0") : List.of(more));
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof SandboxConfiguration.SamplesDropped) {
                said.add(event.getPayload());
            }
        };
        return new SpringApplicationBuilder(SandboxConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .listeners(listener)
                .run(arguments.toArray(String[]::new));
    }
}
