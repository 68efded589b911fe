package dev.syncline.route.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.yaml.RouteFile;
import dev.syncline.route.yaml.RouteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteValidationTest {

    private static final Path ROUTE =
            Path.of("src/test/resources/routes/valid/two-hops/jobs/erp-sub-jobs-to-relay.camel.yaml");

    @Test
    void answersAProblemWhereverAFileIsCutOff() throws IOException {
        String text = Files.readString(ROUTE);
        for (int end = 0; end < text.length(); end++) {
            List<RouteProblem> problems =
                    RouteValidation.check(List.of(new RouteFile("x.camel.yaml", text.substring(0, end))));
            assertTrue(!problems.isEmpty() || text.substring(0, end).lines().count() < 2, "cut at " + end);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "\uFEFF",
                "just text",
                "- 1\n- [a, b]\n- null\n",
                "{}",
                "- templatedRoute:\n",
                "- templatedRoute: text\n- routeTemplate: []\n- route: 7\n",
                "- templatedRoute: {routeTemplateRef: [a], routeId: {b: c}, parameters: {id: x}}\n",
                "- templatedRoute: {parameters: [1, {}, {name: [a]}, {name: id, value: {a: b}}]}\n",
                "- &self [*self]\n",
                "? [a]\n: b\n",
                "--- a\n--- b\n",
                "%YAML 9.9\n---\n- a\n",
                "- !!binary x\n",
                "<xml/>",
            })
    void answersAProblemForWhatIsNoRouteFile(String text) {
        List<RouteProblem> problems = RouteValidation.check(List.of(new RouteFile("x.camel.yaml", text)));
        assertTrue(problems.stream().allMatch(problem -> problem.file().equals("x.camel.yaml")));
        assertTrue(!problems.isEmpty());
    }

    @Test
    void answersAProblemForEndlessNesting() {
        List<RouteProblem> problems =
                RouteValidation.check(List.of(new RouteFile("x.camel.yaml", "[".repeat(200_000))));
        assertEquals(1, problems.size());
    }

    @Test
    void leavesKubernetesResourcesToCamel() {
        String pipe = "apiVersion: camel.apache.org/v1\nkind: Pipe\n";
        assertEquals(List.of(), RouteValidation.check(List.of(new RouteFile("x.camel.yaml", pipe))));
    }

    @Test
    void asksForTheTemplatesWhereThereAreNone() throws IOException {
        String problem = RouteValidation.check(
                        List.of(new RouteFile("jobs/erp-sub-jobs-to-relay.camel.yaml", Files.readString(ROUTE))))
                .toString();
        assertTrue(problem.contains("unknown template 'sync'"), problem);
        assertTrue(problem.contains("must hold the templates too"), problem);
    }

    @Test
    void refusesATemplateOfBeforeItNamedAnExtension() throws IOException {
        Path file = Path.of("routes/templates/auto-sync.camel.yaml");
        String now = Files.readString(file);
        assertEquals(List.of(), RouteValidation.check(List.of(new RouteFile("auto-sync.camel.yaml", now))));

        String before = now.replace("name: extension", "name: other");
        String problem = RouteValidation.check(List.of(new RouteFile("auto-sync.camel.yaml", before)))
                .toString();
        assertTrue(problem.contains("older version: it has no parameter 'extension'"), problem);
        assertTrue(problem.contains("use templates/auto-sync.camel.yaml of this version"), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    templates/http-read.camel.yaml  | - bean:X              ref: httpReader | - setProperty:X              name: readRequestX              simple: ${body}X          - bean:X              ref: httpReader
                    templates/http-write.camel.yaml | - bean:X              ref: httpWriter | - setProperty:X              name: batchX              simple: ${body}X          - bean:X              ref: httpWriter
                    templates/sql-read.camel.yaml   | - bean:X              ref: sqlReader  | - setProperty:X              name: runIdX              simple: ${body.runId}X          - bean:X              ref: sqlReader
                    templates/sql-write.camel.yaml  | - bean:X              ref: sqlWriter  | - setProperty:X              name: batchX              simple: ${body}X          - bean:X              ref: sqlWriter
                    errors.camel.yaml               | method:X              ref: outagesX              method: isWaitedOut | simple: "${exchangeProperty.waitedOut} == true"
                    errors.camel.yaml               | method:X              ref: outagesX              method: dividesRefused | simple: "${exchangeProperty.lookup} != null"
                    """)
    void refusesStepsThatHandTheStateOfCallsOnInExchangeProperties(String name, String now, String before)
            throws IOException {
        String text = Files.readString(Path.of("routes", name));
        assertEquals(List.of(), RouteValidation.check(List.of(new RouteFile(name, text))));

        String older = text.replace(now.replace('X', '\n'), before.replace('X', '\n'));
        assertNotEquals(text, older);
        List<RouteProblem> problems = RouteValidation.check(List.of(new RouteFile(name, older)));
        assertFalse(problems.isEmpty());
        for (RouteProblem problem : problems) {
            assertTrue(
                    problem.message().startsWith("it is of an older version: the exchange property '"),
                    problem::message);
            assertTrue(problem.cure().startsWith("take " + name + " of this version"), problem::cure);
            assertTrue(problem.line() > 1);
        }
    }

    /** A property of that name says nothing in a file that has nothing to do with calls. */
    @Test
    void leavesPropertiesOfOthersAlone() {
        String text =
                """
                - route:
                    id: tick
                    from:
                      uri: timer:tick
                      steps:
                        - setProperty:
                            name: batch
                            simple: ${body}
                """;
        assertEquals(List.of(), RouteValidation.check(List.of(new RouteFile("tick.camel.yaml", text))));
    }

    @Test
    void namesAnEmptyRoutesFolder() {
        assertEquals(
                "/routes: no *.camel.yaml file found in /routes. Cure: let SYNCLINE_ROUTES name the folder that holds"
                        + " sync.camel.yaml, systems/ and the routes",
                RouteProblem.noRouteFiles("/routes").toString());
    }

    @Test
    void listsEveryProblemInTheException() {
        RouteProblem first = new RouteProblem("vendors/x.camel.yaml", 12, "a\nb", "c");
        RouteProblem second = new RouteProblem("y.camel.yaml", 0, "d", "e");
        assertEquals(
                """
                The routes are refused for 2 problems:
                  vendors/x.camel.yaml:12: a b. Cure: c
                  y.camel.yaml: d. Cure: e""",
                new InvalidRoutesException(List.of(first, second)).getMessage());
    }
}
