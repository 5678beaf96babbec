package io.engageroutes.callback.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretSettingTest {

    @Test
    void aTextHoldsSecretsWithCommasBetween() {
        assertThat(SecretSetting.of("s", Map.of("s", "one , two")::get))
                .hasValueSatisfying(secrets -> assertThat(secrets).containsExactly("one", "two"));
    }

    @Test
    void aListHoldsThemAsTheyAreAndGoesBeforeAText() {
        assertThat(SecretSetting.of("s", Map.of("s", "", "s[0]", "o,ne", "s[1]", "two")::get))
                .hasValueSatisfying(secrets -> assertThat(secrets).containsExactly("o,ne", "two"));
    }

    @Test
    void aBlankSettingHoldsNoneAndAMissingOneIsMissing() {
        assertThat(SecretSetting.of("s", Map.of("s", " ")::get))
                .hasValueSatisfying(secrets -> assertThat(secrets).isEmpty());
        assertThat(SecretSetting.of("s", Map.<String, String>of()::get)).isEmpty();
    }

    /** An empty secret would be one that everybody knows; it is refused where the list is used. */
    @Test
    void aCommaTooManyIsNotOverlooked() {
        assertThat(SecretSetting.of("s", Map.of("s", "one,")::get))
                .hasValueSatisfying(secrets -> assertThat(secrets).containsExactly("one", ""));
    }
}
