package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.check.Surroundings;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class WiredSurroundingsTest {

    private static Surroundings read() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return WiredSurroundings.of(environment);
    }

    @Test
    void everyBeanOfTheWiringIsKnownWithItsType() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        Map<String, Class<?>> wired = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.engageroutes.wiring")) {
            for (Method method : load(found.getBeanClassName()).getDeclaredMethods()) {
                Bean bean = method.getAnnotation(Bean.class);
                if (bean != null) {
                    wired.put(bean.name().length == 0 ? method.getName() : bean.name()[0], method.getReturnType());
                }
            }
        }

        assertThat(wired).containsKeys("ends", "claimKeys", "engageCalls");
        assertThat(read().beans()).containsAllEntriesOf(wired).doesNotContainKey("engageSimulator");
    }

    @Test
    void settingsAreThoseOfTheApplicationAndOfTheEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getSystemProperties().put("till.new.folder", "in");
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            Surroundings surroundings = WiredSurroundings.of(environment);

            assertThat(surroundings.settings().apply("queue.receipts")).isEqualTo("receipts");
            assertThat(surroundings.settings().apply("engage.api-key")).isEmpty();
            assertThat(surroundings.settings().apply("till.new.folder")).isEqualTo("in");
            assertThat(surroundings.settings().apply("queue.receits")).isNull();
            assertThat(surroundings.names()).contains("queue.receipts", "sftp.host");
        } finally {
            environment.getSystemProperties().remove("till.new.folder");
        }
    }

    @Test
    void everySettingThatNamesARouteHasItsValues() {
        assertThat(read().choices())
                .containsOnlyKeys(
                        "engage.unknown-contact",
                        "currency.missing-rate",
                        "engage.api-version",
                        "contacts.compare-with",
                        "orders.api")
                .allSatisfy((name, values) -> assertThat(values)
                        .hasSizeBetween(2, 3)
                        .contains(read().settings().apply(name)));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
