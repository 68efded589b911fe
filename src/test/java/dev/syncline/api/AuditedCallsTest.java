package dev.syncline.api;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Notices;
import dev.syncline.support.PartRow;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every call that changes something leaves its line in the audit log, where it is made and where it is refused. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AuditedCallsTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-AUDITED-1";
    private static final String VENDOR = "V-00105";
    private static final String RECORD = "/api/records/" + ROUTE + "/" + KEY;
    private static final String LINES = "select count(*) from sync_audit where who = ? and action = ? and outcome = ?"
            + " and address = '127.0.0.1' and id > ?";

    private final Database hub = Database.hub();

    /** @param leaves the action of the line */
    private record Audited(String who, String leaves, Supplier<Response> call) {}

    @AfterEach
    void mend() {
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
        hub.execute("delete from sync_notice where kind = 'AUDITED'");
        putVendor("post@audited.example.com");
        Api.run(ROUTE, "range=all");
    }

    @Test
    void everyCallThatChangesSomethingLeavesItsLineAndSoDoesItsRefusal() throws IOException {
        Map<String, Audited> calls = calls();
        TreeSet<String> known = new TreeSet<>(CallTable.read().keySet());
        known.removeIf(call -> call.startsWith("GET "));
        assertEquals(known, new TreeSet<>(calls.keySet()), "a call that changes something has a line of the audit log");
        hub.execute("delete from sync_audit where outcome = 'REFUSED'");
        List<String> wrong = new ArrayList<>();
        calls.forEach((name, audited) -> {
            long before = newest();
            Response answer = audited.call().get();
            if (answer.statusCode() >= 300) {
                wrong.add(name + " answered " + answer.statusCode() + ": " + answer.asString());
            }
            compare(wrong, name, audited, "DONE", before);
            if (!audited.who().equals("everest")) { // who has no user, and leaves nothing where the signature is wrong
                before = newest();
                String[] parts = name.split(" ");
                String path = parts[1].replace("{id}", "999999999").replaceAll("\\{[a-z]+}", "no-such");
                int refused = Api.as("viewer").request(parts[0], path).statusCode();
                assertEquals(403, refused, name);
                compare(wrong, name, new Audited("viewer", audited.leaves(), null), "REFUSED", before);
            }
            // The next call is about the same route.
            await().until(() -> hub.value(
                            Long.class,
                            "select count(*) from sync_run where status = 'IN_PROGRESS' and route in (?, ?)",
                            ROUTE,
                            "everest-orders-to-erp")
                    == 0);
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void theRunsOfPrerequisitesAreAuditedEachUnderItsRoute() {
        long before = newest();
        Response answer = Api.as("operator")
                .post("/api/routes/erp-sub-jobs-to-relay/runs?range=today&dryRun=true&withPrerequisites=true&wait=60");
        assertEquals(202, answer.statusCode(), answer.asString());
        List<String> audited = hub.column(
                String.class,
                "select subject from sync_audit where who = 'operator' and action = 'run' and dry_run and id > ?",
                before);
        assertTrue(audited.containsAll(List.of("erp-jobs-to-relay", "erp-sub-jobs-to-relay")), audited.toString());
    }

    private void compare(List<String> wrong, String name, Audited audited, String outcome, long before) {
        long lines = hub.value(Long.class, LINES, audited.who(), audited.leaves(), outcome, before);
        if (lines != 1) {
            wrong.add(name + " left " + lines + " lines " + outcome + " of " + audited.leaves() + " by " + audited.who()
                    + ", among "
                    + hub.column(String.class, "select sync_audit::text from sync_audit where id > ?", before));
        }
    }

    private long newest() {
        return hub.value(Long.class, "select coalesce(max(id), 0) from sync_audit");
    }

    /** In the order in which they are made. */
    private Map<String, Audited> calls() {
        Purchasing.pauseSchedules();
        Api.run(Purchasing.BOOK, "range=all&depth=deep");
        String number = Api.as("viewer")
                .get("/api/purchase-orders?limit=1&vendor=" + VENDOR)
                .jsonPath()
                .getString("items[0].number");
        String order = "/api/purchase-orders/" + VENDOR + "/" + number;
        Map<String, Audited> calls = new LinkedHashMap<>();
        calls.put("POST /api/routes/{id}/pause", new Audited("admin", "pause", () -> Api.as("admin")
                .post("/api/routes/" + ROUTE + "/pause")));
        calls.put("POST /api/routes/{id}/runs", new Audited("operator", "run", () -> {
            putVendor("no address"); // so that there is a record to retry
            return Api.as("operator").post("/api/routes/" + ROUTE + "/runs?range=all&wait=60");
        }));
        calls.put("POST /api/records/{route}/{key}/retry", new Audited("operator", "retry", () -> Api.as("operator")
                .post(RECORD + "/retry")));
        calls.put("POST /api/records/retry", new Audited("operator", "retry", () -> Api.as("operator")
                .post("/api/records/retry?status=FAILED&route=" + ROUTE + "&q=" + KEY)));
        calls.put("POST /api/runs/{id}/cancel", new Audited("operator", "cancel", () -> Api.as("operator")
                .post("/api/runs/" + releaseRun() + "/cancel")));
        calls.put("POST /api/routes/{id}/reconciliations", new Audited("operator", "reconcile", () -> Api.as("operator")
                .post("/api/routes/" + ROUTE + "/reconciliations")));
        calls.put("POST /api/reconciliations/{id}/cancel", new Audited("operator", "cancel", () -> Api.as("operator")
                .post("/api/reconciliations/" + reconciliation() + "/cancel")));
        calls.put("POST /api/routes/{id}/resume", new Audited("admin", "resume", () -> Api.as("admin")
                .post("/api/routes/" + ROUTE + "/resume")));
        calls.put("POST /api/notices/{id}/resolve", new Audited("operator", "resolve", () -> Api.as("operator")
                .post("/api/notices/"
                        + hub.value(
                                Long.class,
                                "insert into sync_notice (kind, text, at, last_at) values ('AUDITED', '', now(), now())"
                                        + " returning id")
                        + "/resolve")));
        calls.put("POST /api/rules", new Audited("admin", "add-rule", () -> Api.as("admin")
                .contentType("application/json")
                .body("{\"route\":\"" + ROUTE + "\",\"field\":\"audited\",\"operator\":\"eq\",\"value\":\"no-such\"}")
                .post("/api/rules")));
        calls.put("DELETE /api/rules/{id}", new Audited("admin", "delete-rule", () -> Api.as("admin")
                .delete("/api/rules/"
                        + hub.value(Long.class, "select max(id) from sync_rule where field = 'audited'"))));
        calls.put("POST /api/systems/{name}/test", new Audited("operator", "test-system", () -> Api.as("operator")
                .post("/api/systems/relay/test")));
        calls.put("POST /api/messages/{name}/test", new Audited("admin", "test", () -> {
            System.setProperty("syncline.messages.audited.url", "http://localhost:1/");
            try {
                return Api.as("admin").post("/api/messages/audited/test");
            } finally {
                System.clearProperty("syncline.messages.audited.url");
            }
        }));
        calls.put("PUT /api/vendors/{vendor}/auto-sync", new Audited("operator", "auto-sync", () -> Api.as("operator")
                .contentType("application/json")
                .body("{\"enabled\":"
                        + hub.value(Boolean.class, "select auto_sync from purchase_vendor where vendor = ?", VENDOR)
                        + "}")
                .put("/api/vendors/" + VENDOR + "/auto-sync")));
        calls.put("PUT /api/purchase-orders/{vendor}/{number}/auto-sync", new Audited("operator", "auto-sync", () -> {
            Boolean was = hub.column(
                            Boolean.class,
                            "select auto_sync from purchase_order where vendor = ? and number = ?",
                            VENDOR,
                            number)
                    .get(0);
            Response answer = Api.as("operator")
                    .contentType("application/json")
                    .body("{\"enabled\":false}")
                    .put(order + "/auto-sync");
            hub.execute("update purchase_order set auto_sync = ? where vendor = ? and number = ?", was, VENDOR, number);
            return answer;
        }));
        calls.put(
                "POST /api/purchase-orders/{vendor}/{number}/refresh",
                new Audited("operator", "run", () -> Api.as("operator").post(order + "/refresh")));
        calls.put("POST /api/vendors/{vendor}/refresh", new Audited("operator", "run", () -> {
            hub.execute(
                    """
                    update purchase_order set auto_sync = true, last_synced_at = null,
                        supplier_notified_at = now() - interval '1 hour' where vendor = ? and number = ?""",
                    VENDOR,
                    number);
            Response answer = Api.as("operator").post("/api/vendors/" + VENDOR + "/refresh");
            hub.execute(
                    "update purchase_order set auto_sync = null, supplier_notified_at = null where number = ?", number);
            return answer;
        }));
        calls.put(
                "POST /api/suppliers/{supplier}/notifications",
                new Audited(
                        "everest",
                        "run",
                        () -> Notices.send(
                                "everest",
                                "{\"orders\":[\"" + UUID.randomUUID() + "\"],\"id\":\"" + UUID.randomUUID() + "\"}")));
        return calls;
    }

    private static void putVendor(String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Audited", "email", email))
                        .put("/sandbox/erp/vendors/" + KEY)
                        .statusCode()
                < 300);
    }

    /** One for children whose parent came: nobody ordered it, but a user may cancel it. */
    private long releaseRun() {
        long run = hub.value(
                Long.class,
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at)
                values (?, 'IN_PROGRESS', true, 'RETRY', 'release', 'all', 'SHALLOW', now())
                returning id""",
                ROUTE);
        return PartRow.ofRun(run, "HELD", Duration.ofHours(1));
    }

    /** One that another process has. */
    private long reconciliation() {
        await().until(() -> hub.value(
                        Long.class,
                        "select count(*) from sync_reconciliation where route = ? and status = 'IN_PROGRESS'",
                        ROUTE)
                == 0);
        long reconciliation = hub.value(
                Long.class,
                """
                insert into sync_reconciliation (route, status, queued, requested_by, range_name, depth, repair, created_at)
                values (?, 'IN_PROGRESS', true, 'operator', 'all', 'SHALLOW', false, now())
                returning id""",
                ROUTE);
        return PartRow.ofReconciliation(reconciliation, "SOURCE", Duration.ofHours(1));
    }
}
