package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.EngageRoutes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartCheckTest {

    private static final String KEY = "9d5c1f0e-4a3b-4c2d-8e1f-5ec4e7000000";

    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "engage.base-url", "https://tenant.voyado.com",
            "engage.api-key", KEY,
            "engage.source", "POS",
            "engage.group-currency", "SEK"));

    private void check() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new StartCheck().postProcessEnvironment(environment, new SpringApplication(EngageRoutes.class));
    }

    private List<String> faults() {
        WrongSettings wrong = catchThrowableOfType(WrongSettings.class, this::check);
        assertThat(wrong).isNotNull();
        assertThat(wrong.getMessage()).doesNotContain(KEY);
        return wrong.faults();
    }

    @Test
    void goodSettingsStart() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        settings.clear();
        assertThat(faults())
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).startsWith("ENGAGE_BASE_URL is missing: the address of Engage"))
                .anySatisfy(fault -> assertThat(fault).startsWith("ENGAGE_API_KEY is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("ENGAGE_SOURCE is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("ENGAGE_GROUP_CURRENCY is missing"));
    }

    @Test
    void blankIsMissing() {
        settings.replaceAll((name, value) -> "  ");
        assertThat(faults()).hasSize(4);
    }

    @Test
    void theEnvironmentsNamesAreUnderstood() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "ENGAGE_BASE_URL", "https://tenant.voyado.com",
                                "ENGAGE_API_KEY", KEY,
                                "ENGAGE_SOURCE", "POS",
                                "ENGAGE_GROUP_CURRENCY", "SEK")));
        assertThatCode(() ->
                        new StartCheck().postProcessEnvironment(environment, new SpringApplication(EngageRoutes.class)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "engage.group-currency, KRONOR, ENGAGE_GROUP_CURRENCY='KRONOR'",
        "engage.group-currency, sek, ENGAGE_GROUP_CURRENCY='sek'",
        "engage.group-currency, XXX, ENGAGE_GROUP_CURRENCY='XXX'",
        "engage.api-version, v1, 'engage.api-version=''v1'' must be one of v2, v3'",
        "engage.unknown-contact, ignore, 'must be one of create, send, verify'",
        "currency.missing-rate, guess, 'must be one of dead-letter, hold, omit'",
        "intake.routes, nowhere/to/be/found, INTAKE_ROUTES='nowhere/to/be/found'",
        "spring.artemis.broker-url, tcp://broker:61616, SPRING_ARTEMIS_MODE=native"
    })
    void aWrongValueIsNamedWithWhatMayStandThere(String name, String value, String said) {
        settings.put(name, value);
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault)
                .contains(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant.voyado.com",
                "ftp://tenant.voyado.com",
                "https://tenant.voyado.com/api/v3",
                "https://tenant.voyado.com/",
                "https://",
                "https://tenant.voyado.com?x=1",
                "https://tenant.voyado.com#top",
                "https://tenant .voyado.com"
            })
    void theBaseUrlIsASchemeAndAHost(String url) {
        settings.put("engage.base-url", url);
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("ENGAGE_BASE_URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090", "https://tenant.staging.voyado.com", "https://10.0.0.1:8443"})
    void aPortIsFine(String url) {
        settings.put("engage.base-url", url);
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void secretsAreNeverPrinted() {
        settings.put("engage.base-url", "https://user:hunter2@tenant.voyado.com/?apikey=" + KEY);
        settings.put("engage.source", "");
        assertThat(faults()).noneSatisfy(fault -> assertThat(fault).containsAnyOf("hunter2", KEY));
        EngageSettings engage = new EngageSettings(
                "https://tenant.voyado.com",
                KEY,
                "POS",
                "SEK",
                "v3",
                "A/1",
                "",
                "send",
                null,
                50,
                64,
                null,
                null,
                5,
                null,
                5);
        assertThat(engage.toString()).doesNotContain(KEY);
    }

    @Test
    void nativeModeTakesAnExternalBroker() {
        settings.put("spring.artemis.broker-url", "tcp://broker:61616");
        settings.put("spring.artemis.mode", "native");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void theConsoleListsAllOfItAndSaysWhatToDo() {
        settings.remove("engage.source");
        settings.put("engage.api-version", "v1");
        WrongSettings wrong = catchThrowableOfType(WrongSettings.class, this::check);
        FailureAnalysis analysis = new WrongSettingsAnalyzer().analyze(new IllegalStateException(wrong), wrong);
        assertThat(analysis.getDescription())
                .startsWith("Engage Routes does not start")
                .contains("\n  - ENGAGE_SOURCE is missing", "\n  - engage.api-version='v1'");
        assertThat(analysis.getAction()).contains("in the environment or in application.yaml", "mvn spring-boot:run");
        assertThat(new WrongSettingsAnalyzer().analyze(wrong)).isNotNull();
    }

    @Test
    void aSliceOfTheApplicationInATestIsNotChecked() {
        settings.clear();
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        assertThatCode(() ->
                        new StartCheck().postProcessEnvironment(environment, new SpringApplication(ReceiptBeans.class)))
                .doesNotThrowAnyException();
    }
}
