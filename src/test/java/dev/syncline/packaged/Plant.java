package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What the packaged program works with: a PostgreSQL with its hub and an ERP, a relay, a folder of routes. All of it outlives
 * the program, and the PostgreSQL can be killed too.
 */
final class Plant implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int port;
    private final Relay relay;
    private final List<String> tables = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private Callable<Connection> hub;
    private int programs;

    Plant(Path folder) throws IOException, SQLException {
        this(folder, Program.freePort());
        startPostgres();
        furnish();
    }

    private Plant(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.relay = new Relay();
    }

    /** One over a PostgreSQL that is running, and lets its user {@code postgres} in without a password. */
    static Plant over(int port, Path folder) throws IOException, SQLException {
        Plant plant = new Plant(folder, port);
        plant.furnish();
        return plant;
    }

    private void furnish() throws IOException, SQLException {
        execute("postgres", "create database hub");
        execute("postgres", "create database erp");
        Path routes = Files.createDirectories(routes());
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
                routes.resolve("registry.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: http-write
                    routeId: registry.write
                    parameters:
                      - {name: system, value: registry}
                      - {name: call, value: "/{path}/create"}
                      - {name: lookup, value: "/{path}/lookup"}
                """);
    }

    Relay relay() {
        return relay;
    }

    /** The hub is elsewhere; where, may change. */
    void hubIs(Callable<Connection> elsewhere) {
        hub = elsewhere;
    }

    /** Where the PostgreSQL listens. */
    int port() {
        return port;
    }

    Path routes() {
        return folder.resolve("routes");
    }

    Path route(String id) {
        return routes().resolve(id + ".camel.yaml");
    }

    /** A table of the ERP, and a route from it to the relay; {@code parameters} are {@code name=value}. */
    void route(String id, String table, int records, String... parameters) throws IOException, SQLException {
        route(id, table, "relay", records, parameters);
    }

    /** @param target the {@code relay}, or the {@code registry}, which is the relay's side that can only create */
    void route(String id, String table, String target, int records, String... parameters)
            throws IOException, SQLException {
        execute(
                "erp",
                """
                create table if not exists %1$s as
                select '%1$s-' || n as no, 'Name ' || n as name, 'Street ' || n as street,
                       timestamptz '2026-01-01' + n * interval '1 second' as changed_at
                from generate_series(1, %2$d) n"""
                        .formatted(table, records));
        execute("erp", "create index if not exists %1$s_by_change on %1$s (changed_at, no)".formatted(table));
        if (!tables.contains(table)) {
            tables.add(table);
        }
        StringBuilder file = new StringBuilder(
                """
                - templatedRoute:
                    routeTemplateRef: sync
                    routeId: %1$s
                    parameters:
                      - {name: id, value: %1$s}
                      - {name: title, value: From %2$s}
                      - {name: section, value: Crash}
                      - {name: entity, value: %2$s}
                      - {name: source, value: erp}
                      - {name: target, value: %3$s}
                      - {name: key, value: "no"}
                      - {name: changedAt, value: changed_at}
                      - {name: label, value: name}
                      - {name: query, value: 'select no, name, street, changed_at from %2$s'}
                """
                        .formatted(id, table, target));
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            file.append("      - {name: %s, value: \"%s\"}%n".formatted(parts[0], parts[1]));
        }
        Files.writeString(route(id), file);
    }

    void changeAll(String table, String mark) throws SQLException {
        execute("erp", "update %s set street = '%s ' || no".formatted(table, mark));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url("hub"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("SYNCLINE_SYSTEMS_ERP_JDBC_URL", url("erp"));
        environment.put("SYNCLINE_SYSTEMS_ERP_USERNAME", "postgres");
        environment.put("SYNCLINE_SYSTEMS_ERP_PASSWORD", "postgres");
        environment.put("SYNCLINE_SYSTEMS_RELAY_URL", relay.url());
        environment.put("SYNCLINE_SYSTEMS_REGISTRY_URL", relay.url());
        environment.put("SYNCLINE_SYSTEMS_RELAY_TOKEN", "secret-token");
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD", Program.SECRET_HASHED);
        environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "operator");
        environment.put("SYNCLINE_ROUTES", routes().toString());
        environment.put("SYNCLINE_LEASE", "2s");
        return environment;
    }

    /** A program whose name in the hub is that of its log. */
    Program start(Map<String, String> environment) throws IOException {
        return start(nextName(), environment, new String[0]);
    }

    /** One that stands still at points. */
    Program start(Map<String, String> environment, Points points) throws IOException {
        String name = nextName();
        return start(name, environment, points.agent(name));
    }

    /** One with options of its own. */
    Program startWith(Map<String, String> environment, String... options) throws IOException {
        String name = nextName();
        Map<String, String> own = new HashMap<>(environment);
        own.put("QUARKUS_QUARTZ_INSTANCE_ID", name);
        return Program.start(folder.resolve(name), own, options);
    }

    private String nextName() {
        return "program-" + ++programs;
    }

    private Program start(String name, Map<String, String> environment, String... options) throws IOException {
        Map<String, String> own = new HashMap<>(environment);
        own.put("QUARKUS_QUARTZ_INSTANCE_ID", name);
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(Program.SERIAL, "-Xmx192m"));
        return Program.start(folder.resolve(name), own, all.toArray(String[]::new));
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the hub's answer. */
    List<String> hub(String sql) {
        return column("hub", sql);
    }

    /** The same of the ERP's. */
    List<String> erp(String sql) {
        return column("erp", sql);
    }

    private List<String> column(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection connect(String database) throws SQLException {
        if (hub == null || !database.equals("hub")) {
            return DriverManager.getConnection(url(database), "postgres", "postgres");
        }
        try {
            return hub.call();
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String status(long run) {
        return hub("select status from sync_run where id = " + run).get(0);
    }

    void awaitEnd(long run) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> !status(run).equals("IN_PROGRESS"));
    }

    /** The relay has what the ERP has, nothing had an effect twice, and the hub's books are right. */
    void assertInOrder(String when) throws SQLException, IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String table : tables) {
            column("erp", "select no || '=' || name || '|' || street from " + table)
                    .forEach(row -> {
                        String[] parts = row.split("=", 2);
                        expected.put(parts[0], parts[1]);
                    });
        }
        Map<String, String> held = new TreeMap<>();
        for (Map.Entry<String, String> entry : relay.held().entrySet()) {
            JsonNode content = JSON.readTree(entry.getValue());
            held.put(
                    entry.getKey(),
                    content.path("name").asText() + "|" + content.path("street").asText());
        }
        assertEquals(expected, held, when + ": the relay holds what the ERP does");
        assertEquals(List.of(), List.copyOf(relay.doubled()), when + ": nothing was created twice");
        assertEquals(List.of(), List.copyOf(relay.contradictions()), when + ": what came again was the same");
        assertEquals(
                List.of(),
                hub("select id from sync_run where status = 'IN_PROGRESS'"),
                when + ": no run is left active");
        assertEquals(
                List.of(),
                hub("select id from sync_run where read <> created + updated + unchanged + failed + blocked + on_hold"),
                when + ": the counts of runs add up");
        assertEquals(
                List.of(),
                hub(
                        """
                        select name from sync_route r
                        where row (success, failed, blocked, on_hold) <> (
                            select count(*) filter (where status = 1), count(*) filter (where status = 2),
                                   count(*) filter (where status = 3), count(*) filter (where status = 4)
                            from sync_record where route = r.id)"""),
                when + ": the counters of routes are right");
        assertEquals(
                List.of(Integer.toString(expected.size())),
                hub("select count(*) from sync_record where status = 1"),
                when + ": every record is SUCCESS");
    }

    /** The server and all of its processes, as a machine that goes down would. */
    void killPostgres() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> processes = new ArrayList<>(server.descendants().toList());
        server.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> !server.isAlive() && processes.stream().noneMatch(ProcessHandle::isAlive));
        postgres.close(); // lets go of the folder
    }

    /** On the same data and port. */
    void startPostgres() throws IOException {
        postgres = PostgresData.in(folder.resolve("postgres"))
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .start();
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
