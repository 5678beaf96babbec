package io.engageroutes.sandbox;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/** Embeds the systems around the application, so that it shows something wherever it is started. */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxConfiguration.class);

    @Bean
    EngageSimulator engageSimulator(SandboxSettings settings) {
        return new EngageSimulator(
                settings.simulator().port(),
                SimulatorSettings.DEFAULTS.withImportEveryMillis(
                        settings.simulator().importEveryMillis()),
                Clock.systemUTC());
    }

    @Bean
    SandboxSftpServer sandboxSftpServer(SandboxSettings settings) {
        SandboxSettings.Sftp sftp = settings.sftp();
        return new SandboxSftpServer(sftp.port(), sftp.user(), sftp.password(), settings.folder());
    }

    @Bean
    SampleDocuments sampleDocuments() {
        return new SampleDocuments();
    }

    @Bean
    SandboxLifecycle sandboxLifecycle(EngageSimulator simulator, SandboxSftpServer sftp, SandboxSettings settings) {
        return new SandboxLifecycle(
                simulator, sftp, settings.sftp().folders(), settings.folder().resolve("rates"));
    }

    @Bean
    SampleDrop sampleDrop(
            SampleDocuments samples,
            SandboxSftpServer sftp,
            SandboxSettings settings,
            ApplicationEventPublisher events) {
        return new SampleDrop(samples, sftp, settings, events);
    }

    /** Said once, at the first start, when the tills' files are dropped: now the ERP and the shop may send theirs. */
    record SamplesDropped(SampleDocuments samples) {}

    /** Drops the sample documents once everything that takes them is up. */
    record SampleDrop(
            SampleDocuments samples,
            SandboxSftpServer sftp,
            SandboxSettings settings,
            ApplicationEventPublisher events) {

        @EventListener(ApplicationReadyEvent.class)
        void drop() throws IOException {
            if (settings.samples() && samples.dropOnce(sftp.root(), settings.folder())) {
                LOG.info("Sandbox: {} sample documents dropped", samples.tills().size());
                events.publishEvent(new SamplesDropped(samples));
            }
        }
    }
}
