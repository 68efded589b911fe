package dev.syncline.console;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Chain;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sees which page, and which buttons on it: every page of the console, for every identity. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PageTableTest {
    private static final List<String> ROLES = List.of("viewer", "operator", "approver", "admin");
    private static final String EVERYBODY = "everybody";
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-PAGE-TABLE";

    /** Buttons that pages of this test need not have, each with the test that presses it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/sign-out", "SignInTest"),
            Map.entry("/runs/{id}/cancel", "LivePagesTest"),
            Map.entry("/notices/{id}/resolve", "NoticesConsoleTest"),
            Map.entry("/order/refresh", "OrdersConsoleTest"),
            Map.entry("/order/auto-sync", "OrdersConsoleTest"),
            Map.entry("/vendors/refresh", "OrdersConsoleTest"),
            Map.entry("/vendors/auto-sync", "OrdersConsoleTest"),
            Map.entry("/rules/save", "RulesConsoleTest"),
            Map.entry("/rule/{id}/delete", "RulesConsoleTest"),
            Map.entry("/reconciliations/{id}/cancel", "ReconciliationConsoleTest"),
            Map.entry("/messages/{id}/test", "MessagesTest"));

    private long run;

    /** @param address null if it is opened elsewhere only */
    private record Page(String path, String address, Set<String> roles) {
        boolean isFor(String role) {
            return role.equals("admin") || roles.contains(role) || roles.contains(EVERYBODY);
        }
    }

    /** A record that failed, and its run: each has its button. */
    @BeforeEach
    void makeButtons() {
        given().delete("/sandbox/faults");
        vendor("none");
        run = Chain.run(ROUTE, "changes", "shallow").getLong("id");
    }

    @AfterEach
    void end() {
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
        vendor("post@page-table.example.com");
        Chain.run(ROUTE, "changes", "shallow");
    }

    @Test
    void everyPageIsInTheTableAndEveryIdentitySeesTheOnesOfItsRoleWithTheButtonsThatItMayPress() throws IOException {
        Map<String, Page> table = read();
        assertEquals(
                pages(),
                new TreeSet<>(table.keySet()),
                "src/test/resources/pages.csv has a row for each page, and none for others");

        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>(ELSEWHERE.keySet());
        for (boolean isPaused : List.of(false, true)) {
            if (isPaused) {
                Api.as("admin").post("/api/routes/" + ROUTE + "/pause").then().statusCode(200);
            }
            for (Page page : table.values()) {
                if (page.address() == null) {
                    compareNobody(page, page.path().replace("{id}", "" + run), wrong);
                } else {
                    seen.addAll(compare(page, wrong));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                new TreeSet<>(ConsoleTest.FORMS.keySet()),
                seen,
                "a button that nobody was shown: let the test have what it is for, or name the test that presses it");
    }

    /** Returns the buttons of the page that an admin is shown. */
    private Set<String> compare(Page page, List<String> wrong) {
        String address = page.address()
                .replace("{run}", "" + run)
                .replace("{route}", ROUTE)
                .replace("{record}", KEY);
        compareNobody(page, address, wrong);
        Set<String> all = buttons(new Browser("admin").get(address));
        for (String role : ROLES) {
            Response answer = new Browser(role).get(address);
            if (!page.path().startsWith("/assets") && !"no-store".equals(answer.header("Cache-Control"))) {
                wrong.add(address + " for " + role + " may be cached: " + answer.headers());
            }
            if (answer.statusCode() != (page.isFor(role) ? 200 : 403)) {
                wrong.add(address + " by " + role + " answered " + answer.statusCode());
            }
            Set<String> expected = page.isFor(role)
                    ? all.stream()
                            .filter(button -> role.equals("admin")
                                    || ConsoleTest.FORMS.get(button).contains(role))
                            .collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
            if (!expected.equals(buttons(answer))) {
                wrong.add(address + " shows " + role + " " + buttons(answer) + ", who may press " + expected);
            }
        }
        return all;
    }

    private static void compareNobody(Page page, String address, List<String> wrong) {
        int status = given().urlEncodingEnabled(false).get(address).statusCode();
        if (status != (page.roles().contains(EVERYBODY) ? 200 : 401)) {
            wrong.add(address + " by nobody answered " + status);
        }
    }

    /** Returns the forms of a page, as the table of forms names them. */
    private static Set<String> buttons(Response answer) {
        return Browser.forms(answer.asString()).stream()
                .map(form -> ConsoleTest.FORMS.keySet().stream()
                        .filter(path -> form.action().matches(path.replaceAll("\\{[a-z]+}", "[^/]+")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no form of the table: " + form.action())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pages() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.syncline.console").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(PageTableTest::pages)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> pages(JavaClass type) {
        String of = type.getAnnotationOfType(Path.class).value();
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(GET.class))
                .map(method -> (of + "/" + path(method)).replaceAll("/+", "/").replaceAll("(?<=.)/$", ""));
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static Map<String, Page> read() throws IOException {
        Map<String, Page> table = new TreeMap<>();
        try (InputStream file = PageTableTest.class.getResourceAsStream("/pages.csv")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] columns = line.split(",", -1);
                    assertEquals(3, columns.length, line);
                    table.put(
                            columns[0],
                            new Page(
                                    columns[0],
                                    columns[1].isEmpty() ? null : columns[1],
                                    Set.copyOf(Arrays.asList(columns[2].strip().split(" ")))));
                }
            }
        }
        assertTrue(table.size() > 5, table.toString());
        return table;
    }

    private static void vendor(String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Page table", "email", email))
                        .put("/sandbox/erp/vendors/{key}", KEY)
                        .statusCode()
                < 300);
    }
}
