package io.engageroutes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Packages are by what they are about, and an arrow between two of them goes one way. */
@AnalyzeClasses(packages = "io.engageroutes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.engageroutes.";

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(all("receipt", "currency", "intake", "order", "contact"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.springframework..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule schemesOfCallbacksKnowNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + "callback.scheme..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "org.springframework..",
                    "jakarta..",
                    "io.micrometer..",
                    "io.engageroutes.callback");

    @ArchTest
    static final ArchRule theReceiptKnowsNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + "receipt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(
                    "order",
                    "contact",
                    "currency",
                    "intake",
                    "engage",
                    "delivery",
                    "callback",
                    "console",
                    "reconcile",
                    "wiring",
                    "sandbox"));

    @ArchTest
    static final ArchRule ordersAndContactsKnowTheReceiptOnly = noClasses()
            .that()
            .resideInAnyPackage(all("order", "contact"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(
                    "currency",
                    "intake",
                    "engage",
                    "delivery",
                    "callback",
                    "console",
                    "reconcile",
                    "wiring",
                    "sandbox"));

    @ArchTest
    static final ArchRule currenciesKnowNothingOfReceipts = noClasses()
            .that()
            .resideInAPackage(ROOT + "currency..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(
                    "receipt",
                    "intake",
                    "engage",
                    "delivery",
                    "callback",
                    "console",
                    "reconcile",
                    "wiring",
                    "sandbox"));

    @ArchTest
    static final ArchRule intakeKnowsTheReceiptOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    all("currency", "engage", "delivery", "callback", "console", "reconcile", "wiring", "sandbox"));

    @ArchTest
    static final ArchRule engageKnowsTheDomainOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "engage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all("delivery", "intake", "callback", "console", "reconcile", "wiring", "sandbox"));

    @ArchTest
    static final ArchRule theCheckKnowsCamelAndFormatsOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    ROOT + "currency..",
                    ROOT + "engage..",
                    ROOT + "delivery..",
                    "io.engageroutes.callback",
                    ROOT + "console..",
                    ROOT + "wiring..",
                    ROOT + "workbench..",
                    ROOT + "cli..",
                    ROOT + "sandbox..");

    @ArchTest
    static final ArchRule theWorkbenchNeedsNoFramework = noClasses()
            .that()
            .resideInAPackage(ROOT + "workbench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.springframework..", "jakarta..", "picocli..");

    @ArchTest
    static final ArchRule theWorkbenchKnowsTheDomainOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "workbench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all("callback", "console", "wiring", "sandbox", "cli"));

    @ArchTest
    static final ArchRule whatIsTriedDoesNotKnowTheWorkbench = noClasses()
            .that()
            .resideInAnyPackage(all("receipt", "currency", "intake", "engage", "delivery", "callback"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all("workbench", "cli"));

    @ArchTest
    static final ArchRule onlyMainKnowsTheCommands = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "cli..", "io.engageroutes")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "cli..");

    @ArchTest
    static final ArchRule editingKnowsTheCheckOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "editing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(
                    "receipt", "currency", "intake", "engage", "delivery", "callback", "console", "wiring", "sandbox"));

    @ArchTest
    static final ArchRule nothingKnowsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "sandbox..");

    @ArchTest
    static final ArchRule nothingButTheApplicationKnowsTheWiring = noClasses()
            .that()
            .resideInAnyPackage(all(
                    "receipt",
                    "currency",
                    "intake",
                    "engage",
                    "delivery",
                    "callback",
                    "console",
                    "check",
                    "editing",
                    "workbench",
                    "reconcile"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "wiring..");

    @ArchTest
    static final ArchRule gapsKnowNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + "gaps..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    ROOT + "receipt..",
                    ROOT + "intake..",
                    ROOT + "delivery..",
                    ROOT + "console..");

    @ArchTest
    static final ArchRule arrowsGoOneWay =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule onlyCommandsPrintAndASimulatorThatRunsAloneItsAddress = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "sandbox.EngageSimulator")
            .and()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nothingIsStaticAndChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule theDomainIsToldTheTime = noClasses()
            .that()
            .resideInAnyPackage(all(
                    "receipt",
                    "currency",
                    "intake",
                    "engage",
                    "delivery",
                    "callback",
                    "gaps",
                    "workbench",
                    "reconcile"))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static String[] all(String... names) {
        String[] packages = new String[names.length];
        for (int at = 0; at < names.length; at++) {
            packages[at] = ROOT + names[at] + "..";
        }
        return packages;
    }
}
