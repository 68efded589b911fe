package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.support.HubDump;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program starts on the hub of an older version, which was killed in the midst of its work, and continues it. */
class UpgradeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is not under way, which nobody has a reason to touch. */
    private static final Map<String, String> AT_REST = Map.ofEntries(
            Map.entry(
                    "sync_record",
                    """
                    key <> 'V-007' and route in (
                        select id from sync_route
                        where name in ('erp-vendors-to-relay', 'erp-sites-to-relay', 'atlas-orders-to-erp'))"""),
            Map.entry("sync_payload", "key in ('V-003', 'V-004', 'V-005', 'V-008', 'S-002', 'S-003')"),
            Map.entry("sync_parked", "key in ('V-003', 'V-004', 'V-008', 'S-002', 'S-003')"),
            Map.entry("sync_rule", "true"),
            Map.entry("sync_edit", "log_id is not null"),
            Map.entry("sync_document_log", "true"),
            Map.entry("sync_audit", "true"),
            Map.entry("sync_notice", "resolved_at is not null"),
            Map.entry("sync_run", "status <> 'IN_PROGRESS'"),
            Map.entry("sync_reconciliation", "status <> 'IN_PROGRESS'"),
            Map.entry(
                    "sync_difference",
                    "reconciliation in (select id from sync_reconciliation where status <> 'IN_PROGRESS')"),
            Map.entry("supplier_document", "supplier = 'atlas'"),
            Map.entry("supplier_update", "true"),
            Map.entry("supplier_order", "supplier = 'atlas'"),
            Map.entry("supplier_notification", "true"),
            Map.entry("purchase_vendor", "true"),
            Map.entry("purchase_order", "vendor = 'V-00101'"));

    @TempDir
    Path folder;

    private final Map<String, List<ObjectNode>> atRest = new LinkedHashMap<>();

    @Test
    void whatWasUnderWayIsContinuedAndNothingElseIsTouched() throws Exception {
        try (Plant plant = new Plant(folder);
                Mailboxes mail = new Mailboxes(2)) {
            UpgradeSet.copyRoutes(plant, HubDump.FOLDER.resolve("routes"));
            for (String database : List.of("hub", "erp")) {
                try (Connection session = plant.connect(database)) {
                    HubDump.restore(session, database);
                }
            }
            JSON.readTree(HubDump.FOLDER.resolve("relay.json").toFile())
                    .properties()
                    .forEach(record ->
                            plant.relay().has(record.getKey(), record.getValue().asText()));
            Map<String, String> tables;
            try (Connection hub = plant.connect("hub")) {
                tables = HubDump.tables(hub);
                for (Map.Entry<String, String> some : AT_REST.entrySet()) {
                    String table = some.getKey();
                    atRest.put(table, HubDump.rows(hub, table, tables.get(table), some.getValue()));
                    assertTrue(!atRest.get(table).isEmpty(), table);
                }
            }
            List<String> runs = plant.hub("select id from sync_run where status = 'IN_PROGRESS'");
            List<String> notices = plant.hub("select id from sync_notice");
            Map<String, String> environment = UpgradeSet.environment(plant, mail);
            environment.put("SYNCLINE_RETENTION_CRON", "0 0 0 1 1 ? 2099"); // the dump grows old
            try (Program program = plant.start(environment)) {
                await().until(program::isReady);
                runs.forEach(run -> plant.awaitEnd(Long.parseLong(run)));
                await().until(() -> plant.hub("select id from sync_reconciliation where status = 'IN_PROGRESS'")
                        .isEmpty());
                assertAtRest(plant, tables);
                assertTrue(plant.hub("select id from sync_notice").containsAll(notices));
                assertContinued(plant, runs);
                assertPartsEnded(plant);
                assertReconciled(plant, program);
                assertKeptBackIsReleased(plant, program);
                assertAcknowledged(plant, mail, program);
            }
        }
    }

    private void assertAtRest(Plant plant, Map<String, String> tables) throws Exception {
        try (Connection hub = plant.connect("hub")) {
            for (Map.Entry<String, List<ObjectNode>> some : atRest.entrySet()) {
                List<ObjectNode> lost = new ArrayList<>(some.getValue());
                lost.removeAll(HubDump.rows(hub, HubDump.migrated(some.getKey()), tables.get(some.getKey()), "true"));
                assertEquals(List.of(), lost, some.getKey());
            }
        }
    }

    private static void assertContinued(Plant plant, List<String> runs) throws Exception {
        assertEquals(
                List.of(
                        "erp-bins-to-vault SUCCESS resumed",
                        "erp-items-to-registry SUCCESS resumed",
                        "erp-parts-to-relay SUCCESS resumed",
                        "erp-sites-to-relay SUCCESS begun after that of the vendors",
                        "erp-vendors-to-relay SUCCESS resumed",
                        "everest-orders-to-erp SUCCESS resumed"),
                plant.hub(
                        """
                        select concat_ws(' ', route, status,
                                   case when resumed > 0 then 'resumed' else 'begun after that of the vendors' end)
                        from sync_run
                        where id in (%s) and read = created + updated + unchanged + failed + blocked + on_hold
                        order by 1"""
                                .formatted(String.join(", ", runs))));
        assertEquals(
                List.of("60"), plant.hub("select created + updated from sync_run where route = 'erp-parts-to-relay'"));
        for (String[] kind : new String[][] {{"part", "P"}, {"item", "I"}}) {
            assertEquals(
                    new TreeSet<>(plant.erp("select %1$s_no || ' ' || name from %1$ss".formatted(kind[0]))),
                    new TreeSet<>(held(plant, kind[1])),
                    kind[0]);
        }
        assertEquals(List.of(), List.copyOf(plant.relay().doubled()), "nothing was created twice");
        assertEquals(List.of("0"), plant.hub("select count(*) from sync_intent"));
        assertEquals(List.of("1"), statuses(plant, "erp-vendors-to-relay", "V-007"));
        assertEquals(
                "Vendor seven, as edited",
                JSON.readTree(plant.relay().held().get("V-007")).path("name").asText());
        assertEquals(List.of("0"), plant.hub("select count(*) from sync_edit where log_id is null"));
        assertEquals(List.of("0"), plant.hub("select count(*) from purchase_intent"));
        assertEquals(List.of("1", "1"), statuses(plant, "everest-orders-to-erp", "PO-"));
        assertEquals(
                List.of("2 S-PO-10004", "2 S-PO-10009"),
                plant.erp("select version || ' ' || supplier_order_no from purchase_orders where vendor_no = 'V-00105'"
                        + " order by order_no"),
                "each was written once");
        await("the run that a notification asked for, while the one before it was active")
                .until(() -> plant.hub(
                                "select status from sync_run where trigger = 'NOTIFICATION' and route like 'everest%'")
                        .equals(List.of("SUCCESS")));
        assertEquals(List.of("0"), plant.hub("select count(*) from supplier_wanted"));
    }

    /** What was under way has ended with its part, which had counted as much as the item when it came here. */
    private static void assertPartsEnded(Plant plant) {
        assertEquals(
                List.of(),
                plant.hub(
                        """
                        select concat_ws(' ', p.kind, p.item, p.status, i.status)
                        from (select 'RUN' as kind, id, status, to_jsonb(r) as row from sync_run r
                              union all select 'RECONCILIATION', id, status, to_jsonb(r) from sync_reconciliation r) i
                        full join sync_work_part p on p.kind = i.kind and p.item = i.id
                        where p.status is distinct from i.status or not i.row @> p.counts"""));
    }

    private static List<String> held(Plant plant, String first) throws Exception {
        List<String> held = new ArrayList<>();
        for (Map.Entry<String, String> record : plant.relay().held().entrySet()) {
            if (record.getKey().startsWith(first + "-")) {
                held.add(record.getKey() + " "
                        + JSON.readTree(record.getValue()).path("name").asText());
            }
        }
        return held;
    }

    private static List<String> statuses(Plant plant, String route, String keys) {
        return plant.hub(
                """
                select status from sync_record
                where route = (select id from sync_route where name = '%s') and key like '%s%%' order by key"""
                        .formatted(route, keys));
    }

    /** The one in the midst of its repair, and the one in the midst of its comparison. */
    private static void assertReconciled(Plant plant, Program program) throws Exception {
        assertEquals(
                List.of(
                        "erp-bins-to-vault PARTIAL 12 10 1 1 1 2", // what is extra stays, as the route deletes nothing
                        "erp-bins-to-vault SUCCESS 12 10 1 1 1 0",
                        "erp-boxes-to-vault SUCCESS 120 116 2 2 1 0"),
                plant.hub(
                        """
                        select concat_ws(' ', route, status, compared, equal, missing, different, extra, repaired)
                        from sync_reconciliation order by route, id desc"""));
        assertEquals(
                plant.erp("select bin_no || name from bins union all select 'BIN-99Extra' order by 1"),
                plant.erp("select bin_no || name from vault_bins order by 1"));
        String boxes = plant.hub("select id from sync_reconciliation where route = 'erp-boxes-to-vault'")
                .get(0);
        List<String> keys = new ArrayList<>();
        for (JsonNode difference : JSON.readTree(program.call("GET", "/api/reconciliations/" + boxes + "/differences")
                        .body())
                .path("items")) {
            keys.add(difference.path("key").asText());
        }
        keys.sort(null);
        assertEquals(List.of("BOX-007", "BOX-008", "BOX-107", "BOX-108", "BOX-999"), keys);
    }

    private static void assertKeptBackIsReleased(Plant plant, Program program) throws Exception {
        plant.execute(
                "erp", "update vendors set name = 'Has a name now', changed_at = now() where vendor_no = 'V-003'");
        program.trigger("erp-vendors-to-relay", "range=changes");
        await().until(() -> statuses(plant, "erp-sites-to-relay", "S-002").equals(List.of("1")));
        assertTrue(plant.relay().held().containsKey("S-002"));
        assertEquals(List.of("4"), statuses(plant, "erp-sites-to-relay", "S-003"), "its parent is not there yet");
        assertEquals(List.of("3"), statuses(plant, "erp-vendors-to-relay", "V-004"), "the rule is still there");
    }

    private static void assertAcknowledged(Plant plant, Mailboxes mail, Program program) throws Exception {
        assertEquals(0, mail.acknowledgements());
        plant.awaitEnd(
                program.trigger("atlas-orders-to-erp", "range=all").path("id").asLong());
        assertTrue(mail.acknowledgements() > 0, "what was owed is sent");
        assertEquals(List.of("0"), plant.hub("select count(*) from supplier_document where answer is not null"));
    }
}
