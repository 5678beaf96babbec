package io.engageroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.wiring.WiredSurroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A secret that is none is told before the application starts, and not shown. */
class CallbackSecretsTest {

    private static List<Finding> check(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("application of the test", settings));
        return new RoutesCheck(WiredSurroundings.of(environment)).check(Path.of("routes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop.secrets    | whsec_                                              | has 0 bytes
            shop.secrets    | whsec_QmFk!                                         | is not base64
            shop.secrets    | whpk_QmFkQmFkQmFkQmFkQmFkQmFk                       | not the 32 of Ed25519
            shop.secrets    | whsec_QmFkQmFkQmFkQmFkQmFkQmFk,whsec_QmFk           | has 3 bytes, fewer than 16
            shopify.secrets | QmFkQmFkQmFkQmFkQmFkQmFk,                           | a webhook secret is empty
            """)
    void aSecretThatIsNoneIsTold(String setting, String secret, String said) {
        assertThat(check(Map.of(setting, secret))).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).contains(said, "correct the setting '" + setting + "'");
            assertThat(finding.toString()).doesNotContain("QmFk");
        });
    }

    @Test
    void twoSecretsAndAListOfThemAreRight() {
        String secret = "whsec_QmFkQmFkQmFkQmFkQmFkQmFk";
        assertThat(check(Map.of("shop.secrets", secret + ", " + secret))).isEmpty();
        assertThat(check(Map.of("woocommerce.secrets[0]", "with, a comma", "woocommerce.secrets[1]", "without")))
                .isEmpty();
    }
}
