package dev.syncline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.syncline.support.Application;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

@AnalyzeClasses(packages = "dev.syncline", importOptions = OnlyIncludeTests.class)
class ApplicationTagTest {
    private static final DescribedPredicate<JavaClass> TAGGED = DescribedPredicate.describe(
            "have the tag '" + Application.TAG + "'",
            test -> AnnotationSupport.findRepeatableAnnotations(test.reflect(), Tag.class).stream()
                    .anyMatch(tag -> tag.value().equals(Application.TAG)));

    /** Without it, the application would start in the processes of the plain tests, once a class. */
    @ArchTest
    static final ArchRule testsThatStartTheApplicationHaveItsTag = classes()
            .that()
            .areAnnotatedWith(QuarkusTest.class)
            .should(ArchConditions.be(TAGGED).as(TAGGED.getDescription()));
}
