package dev.syncline.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.validation.RouteValidation;
import dev.syncline.route.yaml.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * docs/routes.md describes each parameter of each template with its default, and none that does not exist; the whole
 * routes that the documentation shows pass the start-up check.
 */
class RoutesDocTest {
    private static final Path PAGE = Path.of("docs/routes.md");
    private static final Path ROUTES = Path.of("routes");
    /** The first two cells of a row: the parameter's name and its default. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| ([^|]*) \\|(?:[^|]+\\|){3}$", Pattern.MULTILINE);

    private static final Pattern NAMED = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    /** A route file in a page, and its id. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\\n(- templatedRoute:\\n[^`]*?routeId: (\\S+)\\n[^`]*)```");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync.camel.yaml",
                "templates/sql-read.camel.yaml",
                "templates/sql-write.camel.yaml",
                "templates/http-read.camel.yaml",
                "templates/http-write.camel.yaml",
                "templates/http-write-each.camel.yaml",
                "templates/supplier-read.camel.yaml",
                "templates/auto-sync.camel.yaml"
            })
    void describesEachParameterWithItsDefault(String file) throws IOException {
        Map<?, ?> template = template(ROUTES.resolve(file));
        String section = section("Template `" + template.get("id") + "`");

        assertEquals(defaults(template), described(section));
        assertEquals(
                described(section).keySet().size(),
                NAMED.matcher(section).results().count(),
                "a row is there twice, or has other cells than parameter, default, type, meaning, example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/routes.md", "docs/suppliers.md", "docs/connect.md"})
    void showsRoutesThatPassTheStartUpCheck(String page) throws IOException {
        List<RouteFile> files = new ArrayList<>(packagedRoutes());
        List<RouteFile> examples = EXAMPLE.matcher(Files.readString(Path.of(page)))
                .results()
                .map(example -> new RouteFile("shown/" + example.group(2) + ".camel.yaml", example.group(1)))
                .toList();
        files.addAll(examples);

        assertFalse(examples.isEmpty());
        assertEquals(List.of(), RouteValidation.check(files));
    }

    private static List<RouteFile> packagedRoutes() throws IOException {
        List<RouteFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(ROUTES)) {
            for (Path file :
                    found.filter(f -> f.toString().endsWith(".camel.yaml")).toList()) {
                files.add(new RouteFile(ROUTES.relativize(file).toString(), Files.readString(file)));
            }
        }
        return files;
    }

    private static Map<?, ?> template(Path file) throws IOException {
        List<?> elements = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return (Map<?, ?>) ((Map<?, ?>) elements.get(0)).get("routeTemplate");
    }

    /** Parameter to the words that the page must have for its default. */
    private static Map<String, String> defaults(Map<?, ?> template) {
        Map<String, String> defaults = new TreeMap<>();
        for (Object element : (List<?>) template.get("parameters")) {
            Map<?, ?> parameter = (Map<?, ?>) element;
            Object value = parameter.get("defaultValue");
            String words = value == null ? "*mandatory*" : value.equals("") ? "*empty*" : "`" + value + "`";
            defaults.put(parameter.get("name").toString(), words);
        }
        return defaults;
    }

    private static Map<String, String> described(String section) {
        Map<String, String> described = new TreeMap<>();
        for (MatchResult row : ROW.matcher(section).results().toList()) {
            described.put(row.group(1), row.group(2));
        }
        return described;
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## " + heading + "\n");
        assertTrue(start >= 0, PAGE + " has no section '" + heading + "'");
        int end = page.indexOf("\n## ", start + 1);
        return end < 0 ? page.substring(start) : page.substring(start, end);
    }
}
