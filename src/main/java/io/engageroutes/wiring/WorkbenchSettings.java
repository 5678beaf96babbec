package io.engageroutes.wiring;

import io.engageroutes.check.Surroundings;
import io.engageroutes.currency.EcbFiles;
import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.StaticRates;
import io.engageroutes.currency.UnreadableRates;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.CannotTry;
import io.engageroutes.workbench.Rating;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** The application's settings as the workbench needs them, read from the same places but without starting the application. */
public final class WorkbenchSettings {

    private final ConfigurableEnvironment environment;
    private final List<String> notes = new ArrayList<>();

    private WorkbenchSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * From application.yaml in the jar, beside it and in {@code config/}, the active profiles' files, and the environment.
     *
     * @throws CannotTry when a file of settings is wrong
     */
    public static WorkbenchSettings read() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException wrong) {
            throw new CannotTry("the settings cannot be read: " + wrong.getMessage());
        }
        ConfigurationPropertySources.attach(environment);
        return new WorkbenchSettings(environment);
    }

    /** One setting as it stands there, for placeholders in routes; null when it is not set. */
    public String value(String name) {
        return environment.getProperty(name);
    }

    /** What the routes may count on in an application with these settings. */
    public Surroundings surroundings() {
        return WiredSurroundings.of(environment);
    }

    /** What was set by somebody, each with where; all else is as shipped. */
    public List<SettingOrigin> origins() {
        return SettingOrigin.of(environment);
    }

    /** What else should be known, such as a file of rates that cannot be read. */
    public List<String> notes() {
        return notes;
    }

    /** @param routes another folder than that of the settings, or null */
    public BenchSettings bench(Path routes) {
        IntakeSettings intake = bound("intake", IntakeSettings.class);
        return bench(
                        intake,
                        bound("receipts", ReceiptSettings.class),
                        environment.getProperty("engage.contact-type", ""))
                .over(routes == null ? intake.routes() : routes);
    }

    /** Rates of the company and of the ECB's files in {@code currency.folder}; nothing is fetched. */
    public Rating rating() {
        CurrencySettings currency = bound("currency", CurrencySettings.class);
        String group = environment.getProperty("engage.group-currency", "");
        ExchangeRates rates = new ExchangeRates(new StaticRates(group, currency.staticRates()), currency.staleAfter());
        if (group.isBlank()) {
            notes.add("No exchange rate was looked up: no group currency is set, such as ENGAGE_GROUP_CURRENCY=SEK.");
        } else {
            load(currency.folder(), rates);
        }
        return new Rating(rates, group, currency.tillRates(), environment.getProperty("currency.missing-rate", "hold"));
    }

    static BenchSettings bench(IntakeSettings intake, ReceiptSettings receipts, String contactType) {
        return new BenchSettings(
                        intake.routes(),
                        null,
                        null,
                        intake.zone(),
                        new ReceiptRules.Settings(receipts.future(), receipts.unknownStores(), 100),
                        new Pricing.Settings(receipts.spreadOverFreight(), receipts.taxTolerance()),
                        receipts.decimals(),
                        contactType,
                        new Unpacked.Limits(intake.mostUnpacked().toBytes(), intake.mostRatio(), intake.mostEntries()))
                .over(intake.routes());
    }

    private <T> T bound(String prefix, Class<T> type) {
        try {
            return Binder.get(environment).bindOrCreate(prefix, type);
        } catch (BindException wrong) {
            Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new CannotTry("the setting " + wrong.getName() + " is wrong: " + cause.getMessage());
        }
    }

    private void load(Path folder, ExchangeRates rates) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(file -> add(file, rates));
        } catch (IOException e) {
            notes.add("the folder of exchange rates " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private void add(Path file, ExchangeRates rates) {
        try (InputStream in = Files.newInputStream(file)) {
            rates.add(EcbFiles.read(in, file.getFileName().toString()), ExchangeRates.ECB);
        } catch (UnreadableRates | IOException e) {
            notes.add("exchange rates not taken from " + file + ": " + e.getMessage());
        }
    }
}
