package dev.rapport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The habits inside a module that neither the compiler nor the module rules hold. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rapport");

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            JavaClass info = CLASSES.contain(type.getPackageName() + ".package-info")
                    ? CLASSES.get(type.getPackageName() + ".package-info")
                    : null;
            if (info == null || !info.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void controllersLiveInWebAndAreNobodyElsesBusiness() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void springMvcStaysInWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web.bind..",
                        "org.springframework.web.servlet..",
                        "org.springframework.ui..")
                .check(CLASSES);
    }

    @Test
    void controllersNeverSeeEntitiesOrRepositories() {
        noClasses()
                .that()
                .resideInAPackage("..web")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are entities or repositories",
                        type -> type.isAnnotatedWith(Entity.class) || type.isAssignableTo(Repository.class)))
                .check(CLASSES);
    }

    @Test
    void repositoriesArePackagePrivateAndFindOptionals() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Repository.class)
                .and()
                .haveNameMatching("findBy.*")
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "Optional or a list",
                        type -> type.isEquivalentTo(Optional.class) || type.isAssignableTo(Iterable.class)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void entitiesHaveVerbsNotSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void timeAndTransactionsComeFromOneDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.Transactional")
                .check(CLASSES);
        noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault").check(CLASSES);
        noClasses().should().callMethod(java.time.LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
    }
}
