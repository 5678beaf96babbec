package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WorkbenchSettingsTest {

    @Test
    void whatIsShippedIsWhatTheApplicationHas() {
        WorkbenchSettings settings = WorkbenchSettings.read();

        assertThat(settings.bench(null).routes()).isEqualTo(Path.of("routes"));
        assertThat(settings.bench(null).receipts().unknownStores()).isFalse();
        assertThat(settings.bench(null).limits().mostRatio()).isEqualTo(200);
        assertThat(settings.value("sftp.every")).isEqualTo("2000");
    }

    @Test
    void anotherFolderBringsItsOwnTables() {
        assertThat(WorkbenchSettings.read().bench(Path.of("old")).stores()).isEqualTo(Path.of("old/data/stores.csv"));
    }

    @Test
    void withoutAGroupCurrencyItSaysThatNoRateIsLookedUp() {
        WorkbenchSettings settings = WorkbenchSettings.read();
        settings.rating();

        assertThat(settings.notes()).anySatisfy(note -> assertThat(note).contains("ENGAGE_GROUP_CURRENCY"));
    }

    @Test
    void onlyWhatDecidesAboutReceiptsIsShownAndNoSecret() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "a-systemEnvironment",
                        Map.of(
                                "RECEIPTS_UNKNOWNSTORES",
                                "true",
                                "ENGAGE_API_KEY",
                                "secret",
                                "ENGAGE_GROUP_CURRENCY",
                                "SEK")));
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource("file", Map.of("receipts.decimals.ISK", "2", "sftp.password", "secret")));

        assertThat(SettingOrigin.of(environment))
                .extracting(SettingOrigin::name)
                .contains("engage.group-currency", "receipts.unknown-stores", "receipts.decimals.isk")
                .noneMatch(name -> name.contains("key") || name.contains("password"));
        assertThat(SettingOrigin.of(environment).toString())
                .doesNotContain("secret")
                .contains("SEK");
    }
}
