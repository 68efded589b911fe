package dev.syncline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.sun.management.ThreadMXBean;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.syncline.support.Patience;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;

/** A test that looks at the clock fails on a busy machine: it bounds the work, or waits with patience. */
@AnalyzeClasses(packages = "dev.syncline", importOptions = OnlyIncludeTests.class)
class TestClocksTest {
    @ArchTest
    static final ArchRule noTestMeasuresTime = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(ThreadMXBean.class, "getCurrentThreadCpuTime")
            .orShould()
            .callMethod(ThreadMXBean.class, "getThreadCpuTime", long.class)
            .orShould()
            .callMethod(
                    Assertions.class,
                    "assertTimeout",
                    java.time.Duration.class,
                    org.junit.jupiter.api.function.Executable.class)
            .orShould()
            .callMethod(
                    Assertions.class,
                    "assertTimeout",
                    java.time.Duration.class,
                    org.junit.jupiter.api.function.ThrowingSupplier.class);

    @ArchTest
    static final ArchRule testsWaitWithPatience = noClasses()
            .that()
            .doNotBelongToAnyOf(Patience.class)
            .should()
            .callMethod(Awaitility.class, "await")
            .orShould()
            .callMethod(Awaitility.class, "await", String.class);
}
