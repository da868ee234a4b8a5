package relais;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/**
 * Which package may use which, and what none may do. Every rule is run twice: on Relais, which must pass, and on the
 * package {@code planted}, which breaks each of them once and must fail.
 */
class ArchitectureTest {

    private static final JavaClasses RELAIS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("relais");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    /** The rule, and a word from the report on the violation planted against it. */
    private record Rule(ArchRule rule, String planted) {}

    private static final Map<String, Rule> RULES = Map.of(
            "only channel imports Camel",
            new Rule(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("..channel..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.apache.camel.."),
                    "planted.flow.CamelUser"),
            "findings and documents stand on the JDK alone",
            new Rule(
                    noClasses()
                            .that(resideInAnyPackage("*.finding", "*.document")
                                    .and(not(nameMatching(".*package-info"))))
                            .should()
                            .dependOnClassesThat(not(resideInAPackage("java.."))
                                    .and(not(resideInAnyPackage("*.finding", "*.document")))
                                    .and(not(resideInAPackage("org.jspecify..")))),
                    "planted.document.SpringUser"),
            "edi, mapping, yaml and rules know no Spring",
            new Rule(
                    noClasses()
                            .that(resideInAnyPackage("*.edi", "*.mapping", "*.yaml", "*.rules")
                                    .and(not(nameMatching(".*package-info"))))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.."),
                    "planted.edi.SpringUser"),
            "nobody makes the time up",
            new Rule(
                    noClasses()
                            .should()
                            .callMethod(Instant.class, "now")
                            .orShould()
                            .callMethod(LocalDate.class, "now")
                            .orShould()
                            .callMethod(LocalDateTime.class, "now"),
                    "planted.flow.TimeMaker"),
            "nobody makes ids up",
            new Rule(noClasses().should().callMethod(UUID.class, "randomUUID"), "planted.flow.IdMaker"),
            "names say what a type is",
            new Rule(
                    classes()
                            .should()
                            .haveNameNotMatching(
                                    ".*(Impl|Manager|Helper|Utils?|Base|DTO|Dto|Info|Data)$|.*\\.(Abstract|I(?=[A-Z][a-z]))\\w*"),
                    "planted.flow.OrderHelper"));

    @TestFactory
    Stream<DynamicTest> holdsInRelais() {
        return RULES.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> e.getValue().rule().check(RELAIS)));
    }

    @TestFactory
    Stream<DynamicTest> findsThePlantedViolation() {
        return RULES.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> assertThat(e.getValue()
                                .rule()
                                .evaluate(PLANTED)
                                .getFailureReport()
                                .toString())
                        .contains(e.getValue().planted())));
    }

    @Test
    void packagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Relais.class).verify();
    }

    @Test
    void findsThePlantedDependencies() {
        var planted = ApplicationModules.of("planted", new ImportOption.OnlyIncludeTests());

        assertThatThrownBy(planted::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("'finding' depends on module 'web'")
                .hasMessageContaining("Cycle detected");
    }
}
