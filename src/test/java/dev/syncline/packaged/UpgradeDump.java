package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.syncline.support.Notices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes what the tests of an upgrade begin with, by the packaged program of another version: the hub and the ERP as they are
 * when that program is killed in the midst of all kinds of work, and what the relay has by then. It is run in a checkout of
 * that version; the README beside the dump says how.
 */
final class UpgradeDump {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plant plant;
    private final Mailboxes mail;
    private Program program;

    private UpgradeDump(Plant plant, Mailboxes mail) {
        this.plant = plant;
        this.mail = mail;
    }

    /** @param args the folder of the dump, and the port of a PostgreSQL that lets everybody in as {@code postgres} */
    public static void main(String[] args) throws Exception {
        Path into = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("upgrade-dump");
        try (Plant plant = Plant.over(port, folder);
                Mailboxes mail = new Mailboxes(2)) {
            UpgradeSet.copyRoutes(plant, into.resolve("routes"));
            new UpgradeDump(plant, mail).make(into, port);
        }
        System.exit(0); // calls that are held have threads
    }

    private void make(Path into, int port) throws Exception {
        plant.execute("erp", Files.readString(into.resolve("erp-begin.sql")));
        for (String file : new String[] {"purchasing.sql", "purchasing-rules.sql"}) {
            plant.execute("erp", Files.readString(Path.of("src/main/resources/sandbox", file)));
        }
        plant.execute(
                "erp",
                """
                insert into purchase_orders (order_no, vendor_no)
                select 'PO-' || n, case n %% 5 when 0 then 'V-00101' else 'V-00105' end
                from unnest(array[10000, 10004, 10005, 10009]) n;
                insert into purchase_order_lines (order_no, line_no, product_no, ordered, unit)
                select order_no, line, 'P-' || line, %d, 'EA' from purchase_orders, generate_series(1, %d) line"""
                        .formatted(Mailboxes.ORDERED, Mailboxes.LINES));
        Map<String, String> environment = UpgradeSet.environment(plant, mail);
        environment.put("SYNCLINE_USERS_OPERATOR_PASSWORD", "secret"); // that version takes it plain
        program = plant.start(environment);
        await().until(program::isReady);
        endedWork();
        try (Connection lock = plant.connect("erp");
                Statement locks = lock.createStatement()) {
            lock.setAutoCommit(false);
            locks.execute("lock table vault_bins in exclusive mode");
            locks.execute("select from purchase_orders where vendor_no = 'V-00105' for update");
            workUnderWay();
            program.kill();
            plant.execute(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('hub', 'erp')");
        }
        plant.execute("erp", "update pace set milliseconds = 0");
        dump(port, "hub", into);
        dump(port, "erp", into);
        Files.writeString(
                into.resolve("relay.json"),
                JSON.writer(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(new TreeMap<>(plant.relay().held())) + "\n");
    }

    /** Records in all statuses, rules, an edit that was sent, differences, orders, documents that cannot be read, notices. */
    private void endedWork() throws Exception {
        plant.relay().refuses(Set.of("V-005", "V-006", "V-007"));
        asked("POST", "/api/rules", rule("vendorNo", "V-004", "BLOCK"));
        asked("POST", "/api/rules", rule("city", "Nowhere", "HOLD"));
        for (String route : new String[] {
            "erp-vendors-to-relay",
            "erp-sites-to-relay",
            "erp-items-to-registry",
            "erp-bins-to-vault",
            "erp-boxes-to-vault"
        }) {
            plant.awaitEnd(run(route, "range=all"));
        }
        plant.relay().refuses(Set.of("V-005"));
        plant.awaitEnd(retry("V-006", "Vendor six, as edited"));
        plant.awaitEnd(run("erp-vendors-to-relay", "range=all&dryRun=true"));

        plant.execute("erp", "delete from vault_bins where bin_no = 'BIN-03'");
        plant.execute("erp", "update vault_bins set name = 'Other' where bin_no = 'BIN-05'");
        plant.execute("erp", "insert into vault_bins values ('BIN-99', 'Extra')");
        plant.execute("erp", "delete from vault_boxes where box_no in ('BOX-007', 'BOX-107')");
        plant.execute("erp", "update vault_boxes set name = 'Other' where box_no in ('BOX-008', 'BOX-108')");
        plant.execute("erp", "insert into vault_boxes values ('BOX-999', 'Extra')");
        reconcile("erp-bins-to-vault", false);
        await().until(() -> number("select count(*) from sync_reconciliation where status = 'SUCCESS'") == 1);

        mail.takesNoAcknowledgements();
        for (String vendor : new String[] {"V-00101", "V-00105"}) {
            asked("PUT", "/api/vendors/" + vendor + "/auto-sync", "{\"enabled\":true}");
        }
        notify("atlas", "ISA*this is no interchange~");
        awaitNoRun();
        plant.awaitEnd(run("atlas-orders-to-erp", "range=all"));
        plant.execute("erp", "alter table boxes rename to crates");
        for (int i = 0; i < 3; i++) {
            plant.awaitEnd(run("erp-boxes-to-vault", "range=all"));
        }
        plant.execute("erp", "alter table crates rename to boxes");
        await().until(() -> number("select count(*) from sync_notice where resolved_at is null") > 1);
        long notice = number("select min(id) from sync_notice where resolved_at is null");
        asked("POST", "/api/notices/" + notice + "/resolve", "");
    }

    /** Runs of all kinds and two reconciliations that have begun, and get no further. */
    private void workUnderWay() throws Exception {
        plant.execute("erp", "insert into items select 'I-0' || n, 'Item ' || n, now() from generate_series(11, 14) n");
        plant.relay().takesItsTime(Duration.ofMillis(300));
        long parts = run("erp-parts-to-relay", "range=all");
        await().until(() -> number("select read from sync_run where id = " + parts) >= 20);
        plant.relay().takesItsTime(Duration.ofHours(1)); // it does what it is asked for, and does not answer
        run("erp-items-to-registry", "range=all");
        await().until(() -> plant.relay().held().containsKey("I-014"));
        retry("V-007", "Vendor seven, as edited");
        await().until(() -> plant.relay().held().containsKey("V-007"));
        run("erp-sites-to-relay", "withPrerequisites=true");

        run("everest-orders-to-erp", "range=all");
        await().until(() -> number("select count(*) from purchase_intent") == 2);
        notify("everest", "{\"orders\": [\"" + Mailboxes.order("everest", 0) + "\"]}");

        reconcile("erp-bins-to-vault", true);
        await().until(() -> number("select count(*) from sync_run where repairs is not null and not queued") == 1);
        plant.execute("erp", "update pace set milliseconds = 30");
        reconcile("erp-boxes-to-vault", false);
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> number("select done from sync_reconciliation where route = 'erp-boxes-to-vault'") >= 20);
    }

    private static String rule(String field, String value, String effect) throws IOException {
        return JSON.writeValueAsString(
                Map.of("route", "*-vendors-*", "field", field, "operator", "eq", "value", value, "effect", effect));
    }

    private long run(String route, String query) throws IOException {
        return program.trigger(route, query).path("id").asLong();
    }

    private long retry(String vendor, String name) throws IOException {
        String payload =
                JSON.writeValueAsString(Map.of("payload", Map.of("vendorNo", vendor, "name", name, "city", "Editon")));
        return asked("POST", "/api/records/erp-vendors-to-relay/" + vendor + "/retry", payload)
                .path("id")
                .asLong();
    }

    private void reconcile(String route, boolean isRepair) throws IOException {
        asked("POST", "/api/routes/" + route + "/reconciliations?repair=" + isRepair, "");
    }

    private JsonNode asked(String method, String path, String body) throws IOException {
        HttpResponse<String> answer = program.call(method, path, body);
        if (answer.statusCode() > 299) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private void notify(String supplier, String body) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + "/api/suppliers/"
                                        + supplier + "/notifications"))
                                .POST(ofString(body))
                                .header(
                                        Notices.HEADER,
                                        Notices.signature(
                                                UpgradeSet.NOTIFICATION_SECRET, body.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private void awaitNoRun() {
        await().until(() -> number("select count(*) from sync_run where status = 'IN_PROGRESS'") == 0);
    }

    private long number(String sql) {
        return Long.parseLong(plant.hub(sql).get(0));
    }

    /** Plain SQL without what only {@code psql} understands, and without versions of the tools. */
    private static void dump(int port, String database, Path into) throws Exception {
        Path raw = Files.createTempFile("dump", ".sql");
        Process process = new ProcessBuilder(
                        "pg_dump",
                        "--no-owner",
                        "--no-privileges",
                        "--no-toast-compression",
                        "--rows-per-insert=50",
                        "--file=" + raw,
                        "postgresql://postgres@localhost:" + port + "/" + database)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("pg_dump of " + database + " failed");
        }
        Files.writeString(
                into.resolve(database + ".sql"),
                Files.readAllLines(raw).stream()
                        .filter(line -> !line.isEmpty() && !line.startsWith("--") && !line.startsWith("\\"))
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
