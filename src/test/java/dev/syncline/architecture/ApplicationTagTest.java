package dev.syncline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.syncline.support.Application;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@AnalyzeClasses(packages = "dev.syncline", importOptions = OnlyIncludeTests.class)
class ApplicationTagTest {
    private static final DescribedPredicate<JavaAnnotation<?>> APPLICATION = DescribedPredicate.describe(
            "@Tag(Application.TAG)",
            annotation -> annotation.getRawType().isEquivalentTo(Tag.class)
                    && annotation.get("value").filter(Application.TAG::equals).isPresent());

    /** Without it, the application would start in the processes of the plain tests, once a class. */
    @ArchTest
    static final ArchRule testsThatStartTheApplicationHaveItsTag =
            classes().that().areAnnotatedWith(QuarkusTest.class).should().beAnnotatedWith(APPLICATION);
}
