package io.engageroutes.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start with settings that would send receipts nowhere, or wrong; names everything that is missing at once. */
public final class StartCheck implements EnvironmentPostProcessor {

    private static final Pattern BASE_URL = Pattern.compile("https?://([\\w.-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");
    private static final Set<String> UNKNOWN_CONTACT = Set.of("send", "verify", "create");
    private static final Set<String> ORDERS = Set.of("v3", "v2", "none");
    private static final Set<String> API_VERSION = Set.of("v2", "v3");
    private static final Set<String> COMPARE_WITH = Set.of("engage", "sent");
    private static final Set<String> PREFERENCES = Set.of("only-true", "all", "none");
    private static final Set<String> MISSING_RATE = Set.of("hold", "omit", "dead-letter");

    /** The settings that name a route, with every value that they may have. */
    static Map<String, Set<String>> choices() {
        return Map.of(
                "engage.unknown-contact",
                UNKNOWN_CONTACT,
                "currency.missing-rate",
                MISSING_RATE,
                "engage.api-version",
                API_VERSION,
                "contacts.compare-with",
                COMPARE_WITH,
                "orders.api",
                ORDERS);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getAllSources().stream().noneMatch(StartCheck::isApplication)) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        EngageSettings engage = Binder.get(environment).bindOrCreate("engage", EngageSettings.class);
        require(wrong, engage.baseUrl(), "ENGAGE_BASE_URL", "the address of Engage, such as https://tenant.voyado.com");
        require(
                wrong,
                engage.apiKey(),
                "ENGAGE_API_KEY",
                "the API key of Engage; from a secret, not from a file in the project");
        require(wrong, engage.source(), "ENGAGE_SOURCE", "what Engage notes as the origin, such as POS");
        require(
                wrong,
                engage.groupCurrency(),
                "ENGAGE_GROUP_CURRENCY",
                "the group currency of the tenant, such as SEK");
        if (!engage.groupCurrency().isBlank() && !isCurrency(engage.groupCurrency())) {
            wrong.add("ENGAGE_GROUP_CURRENCY='" + engage.groupCurrency() + "' is not an ISO 4217 code");
        }
        if (!engage.baseUrl().isBlank() && !BASE_URL.matcher(engage.baseUrl()).matches()) {
            boolean mayHoldSecret =
                    engage.baseUrl().contains("@") || engage.baseUrl().contains("?");
            wrong.add(
                    "ENGAGE_BASE_URL" + (mayHoldSecret ? "" : "='" + engage.baseUrl() + "'")
                            + " must be a scheme and a host such as https://tenant.voyado.com, with nothing behind it, not even a slash");
        }
        oneOf(wrong, "engage.api-version", engage.apiVersion(), API_VERSION);
        oneOf(wrong, "engage.unknown-contact", engage.unknownContact(), UNKNOWN_CONTACT);
        oneOf(wrong, "currency.missing-rate", environment.getProperty("currency.missing-rate", "hold"), MISSING_RATE);
        oneOf(wrong, "orders.api", environment.getProperty("orders.api", "v3"), ORDERS);
        oneOf(wrong, "orders.freight", environment.getProperty("orders.freight", "fee"), Set.of("fee", "item"));
        oneOf(
                wrong,
                "orders.lost-action",
                environment.getProperty("orders.lost-action", "look"),
                Set.of("look", "repeat", "dead-letter"));
        oneOf(wrong, "contacts.compare-with", environment.getProperty("contacts.compare-with", "engage"), COMPARE_WITH);
        oneOf(wrong, "contacts.preferences", environment.getProperty("contacts.preferences", "only-true"), PREFERENCES);
        Path routes = Binder.get(environment)
                .bindOrCreate("intake", IntakeSettings.class)
                .routes();
        if (!Files.isDirectory(routes)) {
            wrong.add("INTAKE_ROUTES='" + routes
                    + "' is not a folder here: start in the folder that holds routes/, or name it");
        }
        if (environment.containsProperty("spring.artemis.broker-url")
                && !"native".equalsIgnoreCase(environment.getProperty("spring.artemis.mode"))) {
            wrong.add(
                    "spring.artemis.broker-url is set, but the embedded broker would be used: set SPRING_ARTEMIS_MODE=native too");
        }
        if (!wrong.isEmpty()) {
            throw new WrongSettings(wrong);
        }
    }

    private static boolean isApplication(Object source) {
        return source instanceof Class<?> type && type.isAnnotationPresent(SpringBootApplication.class);
    }

    private static void require(List<String> wrong, String value, String name, String what) {
        if (value.isBlank()) {
            wrong.add(name + " is missing: " + what);
        }
    }

    private static void oneOf(List<String> wrong, String name, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            wrong.add(name + "='" + value + "' must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
