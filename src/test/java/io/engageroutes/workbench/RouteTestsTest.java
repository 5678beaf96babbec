package io.engageroutes.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden tests in {@code routes/tests}, as {@code engage-routes test} runs them. */
class RouteTestsTest {

    @TestFactory
    Stream<DynamicTest> whatComesOutIsAsExpected() {
        TestRun run = new TestRun(Benches.settings(), () -> RouteSources.in(Benches.ROUTES, name -> null));
        return RouteTests.in(Benches.ROUTES).all().stream()
                .map(test -> DynamicTest.dynamicTest(test.toString(), () -> {
                    TestResult result = run.run(test);
                    assertThat(result.trouble()).isNull();
                    assertThat(result.changes()).isEmpty();
                    assertThat(result.counts()).isEmpty();
                }));
    }
}
