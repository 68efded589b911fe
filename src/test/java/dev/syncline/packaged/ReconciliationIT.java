package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reconciliations by the packaged program, which is killed, and told to end, in the midst of them. */
class ReconciliationIT {
    private static final Logger LOG = Logger.getLogger(ReconciliationIT.class);
    private static final int VENDORS = 100_000;
    private static final int REPAIRED = 5_000;
    private static final int KILLS = Integer.getInteger("crash.reconciliationKills", 4);
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void continuesFromItsCheckpointAfterAKillAndAfterAnEndInLittleMemory() throws Exception {
        try (EmbeddedPostgres postgres =
                PostgresData.in(folder.resolve("postgres")).start()) {
            fill(postgres, VENDORS);
            sql(postgres, "vault", "delete from vendors where vendor_no in ('V-7', 'V-99999')");
            sql(postgres, "vault", "update vendors set name = 'Other' where vendor_no in ('V-8', 'V-99998')");
            sql(postgres, "vault", "insert into vendors values ('A-1', 'Extra'), ('X-1', 'Extra')");
            Path log = folder.resolve("log");
            Map<String, String> environment = environment(postgres);
            long id;
            try (Program first = Program.start(log, environment, "-Xmx160m")) {
                await().until(first::isReady);
                id = JSON.readTree(first.call("POST", "/api/routes/erp-vendors-to-vault/reconciliations")
                                .body())
                        .path("id")
                        .asLong();
                await().pollInterval(Duration.ofMillis(20)).until(() -> done(first, id) > VENDORS / 4);
                first.kill();
            }
            try (Program second = Program.start(log, environment, "-Xmx160m")) {
                await().until(second::isReady);
                long done = done(second, id);
                assertTrue(done < 2 * VENDORS, "killed in the midst");
                await().pollInterval(Duration.ofMillis(20)).until(() -> done(second, id) > done + 1_000);
            } // told to end, as in a rolling update
            try (Program third = Program.start(log, environment, "-Xmx160m")) {
                await().until(third::isReady);
                await().until(() -> !found(third, id).path("finishedAt").isNull());
                JsonNode found = found(third, id);
                assertEquals("SUCCESS", found.path("status").asText(), found.toString());
                assertEquals(2, found.path("resumed").asInt(), "after the kill, and after the end in order");
                JsonNode counts = found.path("counts");
                assertEquals(VENDORS, counts.path("compared").asInt(), found.toString());
                assertEquals(VENDORS - 4, counts.path("equal").asInt());
                assertEquals(2, counts.path("missing").asInt());
                assertEquals(2, counts.path("different").asInt());
                assertEquals(2, counts.path("extra").asInt());
                List<String> keys = new ArrayList<>();
                JSON.readTree(third.call("GET", "/api/reconciliations/" + id + "/differences")
                                .body())
                        .path("items")
                        .forEach(item -> keys.add(item.path("key").asText()));
                assertEquals(
                        List.of("A-1", "V-7", "V-8", "V-99998", "V-99999", "X-1"),
                        keys.stream().sorted().toList(),
                        "all of them, and none twice");
            }
        }
    }

    /** More than one run sends what differs: each holds 2,000 keys. */
    @Test
    void repairsEveryDifferenceOnceWhenKilledAtRandomMoments() throws Exception {
        LOG.infof("The moments are those of -Dcrash.seed=%d", SEED);
        Random random = new Random(SEED);
        try (EmbeddedPostgres postgres =
                PostgresData.in(folder.resolve("postgres")).start()) {
            fill(postgres, 20_000);
            sql(
                    postgres,
                    "vault",
                    "update vendors set name = 'Other' where split_part(vendor_no, '-', 2)::int % 4 = 0");
            Map<String, String> environment = environment(postgres);
            environment.put("SYNCLINE_LEASE", "2s");
            List<Program> programs = new ArrayList<>();
            try {
                for (int n = 0; n < 2; n++) {
                    programs.add(Program.start(folder.resolve("log" + n), environment));
                }
                await().until(() -> programs.stream().allMatch(Program::isReady));
                long id = begin(programs.get(0), "?repair=true");
                for (int kill = 1; kill <= KILLS; kill++) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(500 + random.nextInt(2_500)).toNanos());
                    Program victim = programs.remove(random.nextInt(2));
                    victim.kill();
                    programs.add(Program.start(folder.resolve("log-again" + kill), environment));
                    await().until(programs.get(0)::isReady);
                }
                JsonNode found = ended(programs.get(0), id);
                assertEquals("SUCCESS", found.path("status").asText(), found.toString());
                assertEquals(REPAIRED, found.path("counts").path("different").asInt(), found.toString());
                assertEquals(REPAIRED, found.path("counts").path("repaired").asInt(), found.toString());
                assertEquals(
                        "0",
                        text(postgres, "hub", "select count(*) from sync_run where status <> 'SUCCESS'"),
                        "runs that sent differences");
                assertEquals("0", text(postgres, "vault", "select count(*) from vendors where name = 'Other'"));
                JsonNode again = ended(programs.get(0), begin(programs.get(0), ""));
                assertEquals(20_000, again.path("counts").path("equal").asInt(), again.toString());
            } finally {
                for (Program program : programs) {
                    program.kill();
                }
            }
        }
    }

    private static long begin(Program program, String query) throws IOException {
        return JSON.readTree(program.call("POST", "/api/routes/erp-vendors-to-vault/reconciliations" + query)
                        .body())
                .path("id")
                .asLong();
    }

    private static JsonNode ended(Program program, long id) throws IOException {
        await().until(() -> !found(program, id).path("finishedAt").isNull());
        return found(program, id);
    }

    /** A hub, and the same vendors at both ends. */
    private static void fill(EmbeddedPostgres postgres, int vendors) throws Exception {
        sql(postgres, "postgres", "create database hub");
        for (String system : List.of("erp", "vault")) {
            sql(postgres, "postgres", "create database " + system);
            sql(
                    postgres,
                    system,
                    """
                    create table vendors as
                    select 'V-' || n as vendor_no, 'Vendor ' || n as name, 'Street ' || n as street,
                           timestamptz '2026-01-01' + n * interval '1 second' as changed_at
                    from generate_series(1, %d) n"""
                            .formatted(vendors));
            sql(postgres, system, "create unique index on vendors (vendor_no)");
        }
    }

    private Map<String, String> environment(EmbeddedPostgres postgres) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        for (String name : List.of(
                "sync.camel.yaml",
                "errors.camel.yaml",
                "templates/sql-read.camel.yaml",
                "templates/as-read.camel.yaml",
                "templates/sql-write.camel.yaml",
                "templates/http-read.camel.yaml",
                "templates/http-write.camel.yaml",
                "systems/erp.camel.yaml")) {
            Files.copy(
                    Path.of("routes").resolve(name),
                    routes.resolve(Path.of(name).getFileName()));
        }
        Files.writeString(
                routes.resolve("vault.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: sql-read
                    routeId: vault.read
                    parameters:
                      - {name: system, value: vault}
                - templatedRoute:
                    routeTemplateRef: sql-write
                    routeId: vault.write
                    parameters:
                      - {name: system, value: vault}
                """);
        Files.writeString(
                routes.resolve("erp-vendors-to-vault.camel.yaml"),
                """
                - templatedRoute:
                    routeTemplateRef: sync
                    routeId: erp-vendors-to-vault
                    parameters:
                      - {name: id, value: erp-vendors-to-vault}
                      - {name: title, value: Vendors to the vault}
                      - {name: section, value: Vendors}
                      - {name: entity, value: vendors}
                      - {name: source, value: erp}
                      - {name: target, value: vault}
                      - {name: key, value: vendorNo}
                      - {name: changedAt, value: changed_at}
                      - {name: pageSize, value: "500"}
                      - name: query
                        value: select vendor_no as "vendorNo", name, street, changed_at from vendors
                      - name: write
                        value: |
                          table: vendors
                          key: {vendorNo: vendor_no}
                          columns: {name: name, street: street}
                      - name: targetQuery
                        value: select vendor_no as "vendorNo", name, street from vendors
                """);
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "hub"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        for (String system : List.of("erp", "vault")) {
            String prefix = "SYNCLINE_SYSTEMS_" + system.toUpperCase();
            environment.put(prefix + "_JDBC_URL", postgres.getJdbcUrl("postgres", system));
            environment.put(prefix + "_USERNAME", "postgres");
            environment.put(prefix + "_PASSWORD", "postgres");
        }
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD", Program.SECRET_HASHED);
        environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "operator");
        environment.put("SYNCLINE_ROUTES", routes.toString());
        environment.put("SYNCLINE_LEASE", "6s");
        return environment;
    }

    private static long done(Program program, long id) throws IOException {
        return found(program, id).path("progress").path("done").asLong();
    }

    private static JsonNode found(Program program, long id) throws IOException {
        return JSON.readTree(program.call("GET", "/api/reconciliations/" + id).body());
    }

    private static String text(EmbeddedPostgres postgres, String database, String sql) throws Exception {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void sql(EmbeddedPostgres postgres, String database, String sql) throws Exception {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
