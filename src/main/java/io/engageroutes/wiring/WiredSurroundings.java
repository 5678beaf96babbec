package io.engageroutes.wiring;

import io.engageroutes.check.Surroundings;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** What routes may count on, told from the compiled classes and the settings, without starting anything. */
public final class WiredSurroundings {

    private static final String CLASSES = "classpath*:io/engageroutes/";

    /** Those with beans for routes; the sandbox's are not there in production. */
    private static final Set<String> PACKAGES = Set.of("wiring", "console");

    /** Those of Spring Boot that endpoints are given by name. */
    private static final Map<String, Class<?>> BOOT = Map.of(
            "jmsConnectionFactory", ConnectionFactory.class,
            "dataSource", DataSource.class,
            "transactionManager", PlatformTransactionManager.class);

    private WiredSurroundings() {}

    /** @param environment the settings as the application would see them */
    public static Surroundings of(ConfigurableEnvironment environment) {
        return of(beans(), environment::getProperty, names(environment));
    }

    /** @param beans those of a running application */
    static Surroundings of(Map<String, Class<?>> beans, UnaryOperator<String> settings, Set<String> names) {
        return new Surroundings(beans, settings, names, StartCheck.choices(), Set.of("replay", "backfill"));
    }

    /** The settings that a file or the environment names. */
    static Set<String> names(ConfigurableEnvironment environment) {
        Set<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(source -> source.getName().contains("application"))
                .filter(EnumerablePropertySource.class::isInstance)
                .forEach(source ->
                        names.addAll(Arrays.asList(((EnumerablePropertySource<?>) source).getPropertyNames())));
        return new LinkedHashSet<>(names);
    }

    /** Name and type of every bean method; its class is read, not run. */
    static Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new TreeMap<>(BOOT);
        CachingMetadataReaderFactory readers = new CachingMetadataReaderFactory();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            for (String each : PACKAGES) {
                for (Resource file : resources.getResources(CLASSES + each + "/*.class")) {
                    add(readers.getMetadataReader(file), beans);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beans;
    }

    private static void add(MetadataReader type, Map<String, Class<?>> beans) {
        if (!type.getAnnotationMetadata().hasAnnotation(Configuration.class.getName())) {
            return;
        }
        for (MethodMetadata method : type.getAnnotationMetadata().getAnnotatedMethods(Bean.class.getName())) {
            String[] names = (String[])
                    method.getAnnotationAttributes(Bean.class.getName()).get("name");
            beans.put(
                    names.length == 0 ? method.getMethodName() : names[0],
                    ClassUtils.resolveClassName(method.getReturnTypeName(), WiredSurroundings.class.getClassLoader()));
        }
    }
}
