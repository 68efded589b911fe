package dev.syncline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.syncline.extension.PageExtension;
import dev.syncline.work.WorkItem;
import dev.syncline.work.WorkPart;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;

@AnalyzeClasses(packages = "dev.syncline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> LIFE = Set.of("cancelledBy", "resumed", "startedAt");

    private static final int MOST_PARTS = 8;

    /** Records that have as many parts as what they stand for: a document, a table's row, a form. */
    private static final Set<String> WIDE = Set.of(
            "dev.syncline.document.SupplierOrder",
            "dev.syncline.document.SupplierOrder$Line",
            "dev.syncline.document.edi.EnvelopeTags",
            "dev.syncline.purchasing.OrderRow",
            "dev.syncline.record.AuditEntry",
            "dev.syncline.rule.Rule",
            "dev.syncline.sandbox.document.Order",
            "dev.syncline.sandbox.partner.InjectedFault",
            "dev.syncline.supplier.Supplier",
            "dev.syncline.supplier.order.OrderState",
            "dev.syncline.supplier.order.OrderState$Line");

    /** The packages that a record goes through. */
    private static final String[] WAY = {
        "dev.syncline.page..",
        "dev.syncline.judge..",
        "dev.syncline.deliver..",
        "dev.syncline.record..",
        "dev.syncline.run..",
        "dev.syncline.reconcile.."
    };

    /** From what people see down to what knows nothing of the rest; docs/architecture.md says it in words. */
    @ArchTest
    static final ArchRule packagesKnowOnlyWhatStandsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sandbox")
            .definedBy("dev.syncline.sandbox..")
            .layer("console")
            .definedBy("dev.syncline.console..")
            .layer("api")
            .definedBy("dev.syncline.api..")
            .layer("message")
            .definedBy("dev.syncline.message..")
            .layer("health")
            .definedBy("dev.syncline.health..")
            .layer("retention")
            .definedBy("dev.syncline.retention..")
            .layer("reconcile")
            .definedBy("dev.syncline.reconcile..")
            .layer("purchasing")
            .definedBy("dev.syncline.purchasing..")
            .layer("run")
            .definedBy("dev.syncline.run..")
            .layer("deliver")
            .definedBy("dev.syncline.deliver..")
            .layer("judge")
            .definedBy("dev.syncline.judge..")
            .layer("rule")
            .definedBy("dev.syncline.rule..")
            .layer("extension")
            .definedBy("dev.syncline.extension..")
            .layer("record")
            .definedBy("dev.syncline.record..")
            .layer("supplier")
            .definedBy("dev.syncline.supplier..")
            .layer("document")
            .definedBy("dev.syncline.document..")
            .layer("page")
            .definedBy("dev.syncline.page..")
            .layer("route")
            .definedBy("dev.syncline.route..")
            .layer("system")
            .definedBy("dev.syncline.system..")
            .layer("sql")
            .definedBy("dev.syncline.sql..")
            .layer("value")
            .definedBy("dev.syncline.value..")
            .layer("work")
            .definedBy("dev.syncline.work..")
            .layer("json")
            .definedBy("dev.syncline.json..")
            .whereLayer("sandbox")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("console")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("console")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("api", "console")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("api", "console", "message")
            .whereLayer("retention")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reconcile")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("purchasing")
            .mayOnlyBeAccessedByLayers("api", "health", "message")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("api", "console", "health", "message", "sandbox", "reconcile", "purchasing")
            .whereLayer("deliver")
            .mayOnlyBeAccessedByLayers("run", "reconcile", "purchasing")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers("run", "reconcile", "deliver", "purchasing")
            .whereLayer("rule")
            .mayOnlyBeAccessedByLayers("run", "judge", "api")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers(
                    "run", "reconcile", "deliver", "judge", "api", "console", "health", "message", "purchasing")
            .whereLayer("work")
            .mayOnlyBeAccessedByLayers(
                    "run", "reconcile", "record", "supplier", "purchasing", "api", "console", "health", "sandbox")
            .whereLayer("supplier")
            .mayOnlyBeAccessedByLayers("purchasing", "api", "health")
            .whereLayer("document")
            .mayOnlyBeAccessedByLayers("supplier", "purchasing", "api")
            .whereLayer("sql")
            .mayOnlyBeAccessedByLayers("deliver", "page", "route", "system")
            .whereLayer("value")
            .mayOnlyBeAccessedByLayers(
                    "api",
                    "run",
                    "reconcile",
                    "purchasing",
                    "deliver",
                    "judge",
                    "rule",
                    "record",
                    "supplier",
                    "page",
                    "route",
                    "sql")
            .whereLayer("extension")
            .mayOnlyBeAccessedByLayers("run", "reconcile", "deliver", "judge", "purchasing")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("api", "run", "reconcile", "deliver", "judge", "record", "page", "value")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers(
                    "run",
                    "reconcile",
                    "deliver",
                    "judge",
                    "rule",
                    "extension",
                    "record",
                    "api",
                    "sandbox",
                    "supplier",
                    "purchasing");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.syncline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfTheApiHaveNoCycles =
            slices().matching("dev.syncline.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule systemsDoNotKnowTheCallsToThem = noClasses()
            .that()
            .resideInAPackage("dev.syncline.system")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.syncline.system.http..");

    @ArchTest
    static final ArchRule routeFilesAreReadWithoutTheirChecks = noClasses()
            .that()
            .resideInAPackage("dev.syncline.route.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.syncline.route.validation..");

    /** Documents are read without a database, Camel or a supplier. */
    @ArchTest
    static final ArchRule documentsAreReadFromBytesAlone = noClasses()
            .that()
            .resideInAPackage("dev.syncline.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "org.apache.camel..",
                    "org.eclipse.microprofile..")
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of another package of Syncline",
                    type -> type.getPackageName().startsWith("dev.syncline")
                            && !type.getPackageName().startsWith("dev.syncline.document")));

    /** A format depends on its syntax, a syntax on the order that every format is read into, and no format on another. */
    @ArchTest
    static final ArchRule formatsKnowTheirSyntaxAlone = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("x12")
            .definedBy("dev.syncline.document.x12..")
            .layer("edifact")
            .definedBy("dev.syncline.document.edifact..")
            .layer("cxml")
            .definedBy("dev.syncline.document.cxml..")
            .layer("ubl")
            .definedBy("dev.syncline.document.ubl..")
            .layer("json")
            .definedBy("dev.syncline.document.json..")
            .layer("edi")
            .definedBy("dev.syncline.document.edi..")
            .layer("xml")
            .definedBy("dev.syncline.document.xml..")
            .layer("order")
            .definedBy("dev.syncline.document")
            .whereLayer("x12")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edifact")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cxml")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ubl")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("json")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edi")
            .mayOnlyBeAccessedByLayers("x12", "edifact")
            .whereLayer("xml")
            .mayOnlyBeAccessedByLayers("cxml", "ubl", "json");

    @ArchTest
    static final ArchRule suppliersArePackagedOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("polling")
            .definedBy("dev.syncline.supplier.polling..")
            .layer("notification")
            .definedBy("dev.syncline.supplier.notification..")
            .layer("acknowledgement")
            .definedBy("dev.syncline.supplier.acknowledgement..")
            .layer("inbox")
            .definedBy("dev.syncline.supplier.inbox..")
            .layer("order")
            .definedBy("dev.syncline.supplier.order..")
            .layer("supplier")
            .definedBy("dev.syncline.supplier")
            .whereLayer("polling")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("notification")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("acknowledgement")
            .mayOnlyBeAccessedByLayers("polling", "notification")
            .whereLayer("inbox")
            .mayOnlyBeAccessedByLayers("polling", "notification")
            .whereLayer("order")
            .mayOnlyBeAccessedByLayers("inbox");

    @ArchTest
    static final ArchRule theSandboxIsPackagedOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sandbox")
            .definedBy("dev.syncline.sandbox")
            .layer("supplier")
            .definedBy("dev.syncline.sandbox.supplier..")
            .layer("document")
            .definedBy("dev.syncline.sandbox.document..")
            .layer("partner")
            .definedBy("dev.syncline.sandbox.partner..")
            .layer("erp")
            .definedBy("dev.syncline.sandbox.erp..")
            .layer("database")
            .definedBy("dev.syncline.sandbox.database..")
            .layer("call")
            .definedBy("dev.syncline.sandbox.call..")
            .whereLayer("sandbox")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("supplier")
            .mayOnlyBeAccessedByLayers("sandbox")
            .whereLayer("document")
            .mayOnlyBeAccessedByLayers("supplier")
            .whereLayer("partner")
            .mayOnlyBeAccessedByLayers("sandbox", "supplier")
            .whereLayer("erp")
            .mayOnlyBeAccessedByLayers("sandbox", "supplier")
            .whereLayer("database")
            .mayOnlyBeAccessedByLayers("sandbox", "supplier", "partner", "erp")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("sandbox", "supplier", "partner", "erp");

    /** What a value is depends on no driver, and on no framework. */
    @ArchTest
    static final ArchRule valuesKnowNoConnection = noClasses()
            .that()
            .resideInAPackage("dev.syncline.value..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "jakarta..", "io.quarkus..", "org.postgresql..", "org.mariadb..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.ResultSet");

    /** What differs between databases is in one class for each, which alone knows its parts. */
    @ArchTest
    static final ArchRule databasesAreKnownByTheirDialectsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.syncline.sql..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are parts of a dialect",
                    type -> type.getPackageName().equals("dev.syncline.sql")
                            && type.getSimpleName().matches("(Postgres|MariaDb|SqlServer)(Reading|Writing)")));

    /** Whoever claims, renews, takes over, gives back or cancels work does it by the package {@code work}. */
    @ArchTest
    static final ArchRule leasesAreChangedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("dev.syncline.work..")
            .should()
            .setFieldWhere(DescribedPredicate.describe(
                    "is of a part, or of the life of a work item",
                    access -> access.getTargetOwner().isAssignableTo(WorkPart.class)
                            || access.getTargetOwner().isAssignableTo(WorkItem.class)
                                    && LIFE.contains(access.getTarget().getName())));

    /** What differs by product extends the way of a record, which does not know it. */
    @ArchTest
    static final ArchRule theWayOfARecordKnowsNoProduct = noClasses()
            .that()
            .resideInAnyPackage(WAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.syncline.purchasing..", "dev.syncline.supplier..")
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "implement PageExtension",
                    type -> type.isAssignableTo(PageExtension.class) && !type.isInterface()));

    @ArchTest
    static final ArchRule namesSayWhatTheyDo = noClasses()
            .should()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackages("dev.syncline.sandbox..", "dev.syncline.system..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** What waits is woken by what it waits for, and when the program ends. */
    @ArchTest
    static final ArchRule nothingSleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule everyCallOfTheApiWantsARole = classes()
            .that()
            .resideInAPackage("dev.syncline.api..")
            .and()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .and()
            .doNotBelongToAnyOf(
                    dev.syncline.api.notifications.NotificationsResource.class) // its callers sign what they send
            .should()
            .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class);

    /** What changes something wants more than a viewer. */
    @ArchTest
    static final ArchRule whatChangesSomethingWantsARoleOfItsOwn = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.syncline.api..")
            .and()
            .areDeclaredInClassesThat()
            .doNotBelongToAnyOf(dev.syncline.api.notifications.NotificationsResource.class)
            .and()
            .areAnnotatedWith(jakarta.ws.rs.POST.class)
            .should()
            .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class);

    /** Without {@code rollbackOn}, what was written before a checked exception would be committed. */
    @ArchTest
    static final ArchRule transactionsThatEndInAnExceptionRollBack =
            methods().that().areAnnotatedWith(Transactional.class).should(rollBackOnEveryException());

    @ArchTest
    static final ArchRule classesThatAreTransactionalRollBackOnEveryException = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should(rollBackOnEveryException())
            .allowEmptyShould(true);

    /** {@code QuarkusTransaction} rolls back on everything, unless a handler of exceptions says otherwise. */
    @ArchTest
    static final ArchRule nothingCommitsByHand = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UserTransaction.class)
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "decides on its own what is committed",
                    call -> call.getTarget().getName().equals("exceptionHandler")
                            && call.getTargetOwner().getPackageName().startsWith("io.quarkus.narayana.jta")));

    /** The default locale's: in Turkish, the lower case of {@code ID} is not {@code id}; in Arabic, 7 is not written 7. */
    @ArchTest
    static final ArchRule casesAndNumbersAreThoseOfEveryLocale = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule textIsFormattedForEveryLocale = noClasses()
            .that()
            .resideOutsideOfPackage("dev.syncline.sandbox..")
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class);

    /** What has more parts is grouped by what these mean. What API and console show is as people know it. */
    @ArchTest
    static final ArchRule recordsHaveFewParts = classes()
            .that()
            .areRecords()
            .and(DescribedPredicate.describe(
                    "are no views of API or console",
                    type -> !(type.getPackageName().startsWith("dev.syncline.api.")
                                    && type.getSimpleName().endsWith("View"))
                            && !type.getPackageName().startsWith("dev.syncline.console.")))
            .and(DescribedPredicate.describe("are not listed", type -> !WIDE.contains(type.getName())))
            .should(new ArchCondition<>("have at most " + MOST_PARTS + " components") {
                @Override
                public void check(JavaClass record, ConditionEvents events) {
                    long parts = record.getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                            .count();
                    events.add(new SimpleConditionEvent(
                            record, parts <= MOST_PARTS, record.getName() + " has " + parts + " components"));
                }
            });

    private static <T extends HasAnnotations<?> & HasDescription> ArchCondition<T> rollBackOnEveryException() {
        return new ArchCondition<>("roll back on every exception") {
            @Override
            public void check(T element, ConditionEvents events) {
                Transactional transactional = element.getAnnotationOfType(Transactional.class);
                boolean isRolledBack = List.of(transactional.rollbackOn()).contains(Exception.class)
                        && transactional.dontRollbackOn().length == 0;
                events.add(new SimpleConditionEvent(
                        element,
                        isRolledBack,
                        element.getDescription()
                                + (isRolledBack ? " rolls back" : " needs rollbackOn = Exception.class")));
            }
        };
    }
}
