package dev.syncline.deploy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask only for what {@code /q/metrics} serves, and lead to what the docs say. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class MonitoringFilesTest {
    private static final Path ALERTS = Path.of("k8s/base/alerts.yaml");
    private static final Path DASHBOARD = Path.of("k8s/base/dashboard.json");
    private static final Pattern METRIC = Pattern.compile("(syncline_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern BY = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(syncline_\\w+)(?:\\{([^}]*)})? ");

    @Test
    void everyQueryAsksForMetricsAndLabelsThatAreServed() throws IOException {
        Chain.run("erp-vendors-to-relay", "all", "shallow");
        Map<String, Set<String>> served = served();
        List<String> queries = new ArrayList<>(queries());
        alerts().forEach(alert -> queries.add(alert.path("expr").asText()));
        assertTrue(queries.size() > 20, queries.toString());
        for (String query : queries) {
            Set<String> labels = new HashSet<>();
            Matcher metric = METRIC.matcher(query);
            assertTrue(metric.find(), query);
            do {
                Set<String> known = served.get(metric.group(1));
                assertTrue(known != null, metric.group(1) + " of " + query + " is not among " + served.keySet());
                labels.addAll(known);
                if (metric.group(2) != null) {
                    all(LABEL, metric.group(2))
                            .forEach(label -> assertTrue(known.contains(label), label + " of " + query));
                }
            } while (metric.find());
            for (String grouped : all(BY, query)) {
                assertTrue(labels.containsAll(List.of(grouped.split(", "))), grouped + " of " + query);
            }
        }
    }

    @Test
    void everyAlertHasASeverityASummaryAndARunbook() throws IOException {
        Set<String> headings = Files.readAllLines(Path.of("docs/operating.md")).stream()
                .filter(line -> line.startsWith("### Syncline"))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : alerts()) {
            String name = alert.path("alert").asText();
            assertTrue(names.add(name), name + " is there twice");
            assertTrue(
                    Set.of("critical", "warning")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertFalse(alert.at("/annotations/summary").asText().isBlank(), name);
            assertFalse(alert.path("for").asText().isBlank(), name);
            assertTrue(
                    alert.at("/annotations/runbook_url").asText().endsWith("docs/operating.md#" + name.toLowerCase()),
                    name + ": " + alert.at("/annotations/runbook_url"));
        }
        assertEquals(names, headings, "alerts, and headings of docs/operating.md");
    }

    /** As Prometheus itself evaluates them; src/test/resources/alerts/alerts.test.yaml says what is to fire when. */
    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws IOException, InterruptedException {
        assumeTrue(isPresent("promtool"), "no promtool on this machine");
        Path folder = Files.createDirectories(Path.of("target/alerts"));
        JsonNode spec = DeploymentFiles.documents(ALERTS).get(0).path("spec");
        Files.writeString(folder.resolve("alerts.rules.yaml"), spec.toString());
        Path test = folder.resolve("alerts.test.yaml");
        Files.writeString(test, Files.readString(Path.of("src/test/resources/alerts/alerts.test.yaml")));
        Process promtool = new ProcessBuilder("promtool", "test", "rules", test.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, promtool.waitFor(), said);
    }

    @Test
    void panelsOfTheDashboardHaveIdsOfTheirOwnAndDoNotOverlap() throws IOException {
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            String title = panel.path("title").asText();
            assertFalse(title.isBlank());
            assertTrue(ids.add(panel.path("id").asInt()), "id of " + title);
            JsonNode at = panel.path("gridPos");
            int right = at.path("x").asInt() + at.path("w").asInt();
            assertTrue(right <= 24, title + " is too wide");
            for (int x = at.path("x").asInt(); x < right; x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertTrue(cells.add(x + "/" + y), title + " overlaps another");
                }
            }
        }
        assertTrue(ids.size() >= 9, ids.toString());
    }

    @Test
    void theDashboardLeavesTheDataSourceToWhoLooks() throws IOException {
        JsonNode dashboard = dashboard();
        assertEquals("datasource", dashboard.at("/templating/list/0/type").asText());
        assertEquals("datasource", dashboard.at("/templating/list/0/name").asText());
        for (JsonNode source : dashboard.findValues("datasource")) {
            assertEquals("${datasource}", source.path("uid").asText());
        }
    }

    private static List<String> queries() throws IOException {
        return dashboard().path("panels").findValuesAsText("expr");
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    private static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        DeploymentFiles.documents(ALERTS).get(0).at("/spec/groups").forEach(group -> group.path("rules")
                .forEach(alerts::add));
        return alerts;
    }

    /** Names of the metrics that are served, with the names of their labels. */
    private static Map<String, Set<String>> served() {
        Map<String, Set<String>> served = new HashMap<>();
        Matcher sample = SAMPLE.matcher(given().get("/q/metrics").asString());
        while (sample.find()) {
            Set<String> labels = served.computeIfAbsent(sample.group(1), name -> new HashSet<>());
            if (sample.group(2) != null) {
                labels.addAll(all(LABEL, sample.group(2)));
            }
        }
        return served;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static boolean isPresent(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
