package dev.syncline.hub;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.support.HubDump;
import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The hub of an older version is migrated, and has lost nothing. */
class UpgradeTest {
    private static final String DATABASE = "upgrade";

    /** What the dump must have, so that the test says something of it. */
    private static final List<String> KINDS = List.of(
            "sync_record where status = 0", // in line for a retry
            "sync_record where status = 1",
            "sync_record where status = 2",
            "sync_record where status = 3",
            "sync_record where status = 4",
            "sync_payload",
            "sync_parked where ready",
            "sync_parked where parent_route is not null and not ready",
            "sync_parked where rule is not null and not ready",
            "sync_rule where effect = 'BLOCK'",
            "sync_rule where effect = 'HOLD'",
            "sync_edit where log_id is null",
            "sync_edit where log_id is not null",
            "sync_document_log where not dry_run",
            "sync_document_log where dry_run",
            "sync_intent",
            "sync_notice where resolved_at is null",
            "sync_notice where resolved_at is not null",
            "sync_audit",
            "sync_run where status = 'SUCCESS'",
            "sync_run where status = 'PARTIAL'",
            "sync_run where status = 'FAILED'",
            "sync_run where status = 'IN_PROGRESS' and phase = 'RANGE' and checkpoint is not null",
            "sync_run where status = 'IN_PROGRESS' and after_run is not null",
            "sync_run where status = 'IN_PROGRESS' and next_trigger is not null",
            "sync_run where status = 'IN_PROGRESS' and repairs is not null",
            "sync_reconciliation where status = 'SUCCESS'",
            "sync_reconciliation where status = 'IN_PROGRESS' and phase = 'SOURCE' and checkpoint is not null",
            "sync_reconciliation where status = 'IN_PROGRESS' and phase = 'REPAIR'",
            "sync_reconciliation c where status = 'IN_PROGRESS' and exists (select from sync_run where id = c.id)",
            "sync_difference where kind = 'MISSING'",
            "sync_difference where kind = 'DIFFERENT'",
            "sync_difference where kind = 'EXTRA'",
            "supplier_document where answer is not null and answer_tries > 0",
            "supplier_document where supplier = 'everest'",
            "supplier_update",
            "supplier_order where state is not null",
            "supplier_order where fault is not null",
            "supplier_wanted",
            "supplier_poll",
            "supplier_notification",
            "purchase_vendor where auto_sync",
            "purchase_order where synced is not null",
            "purchase_intent",
            "qrtz_fired_triggers");

    private Connection hub;

    @BeforeEach
    void restore() throws Exception {
        try (Connection server = PlainPostgres.session("postgres", "postgres")) {
            execute(server, "drop database if exists " + DATABASE);
            execute(server, "create database " + DATABASE);
        }
        try (Connection session = PlainPostgres.session(DATABASE, "postgres")) {
            HubDump.restore(session, "hub");
        }
        hub = PlainPostgres.session(DATABASE, "postgres");
    }

    @AfterEach
    void close() throws SQLException {
        hub.close();
    }

    @Test
    void everyRowIsThereAfterTheMigrationsWithWhatItHeld() throws SQLException {
        assertAll(KINDS.stream()
                .map(kind -> () -> assertTrue(number("select count(*) from " + kind) > 0, "the dump has " + kind)));
        Map<String, String> tables = HubDump.tables(hub);
        Map<String, List<ObjectNode>> before = rows(tables, UnaryOperator.identity());
        Map<String, Long> active = activeReconciliations();

        Flyway.configure()
                .dataSource(PlainPostgres.url(DATABASE), "postgres", "postgres")
                .load()
                .migrate();

        Map<Long, Long> renumbered = new HashMap<>();
        Map<String, Long> now = activeReconciliations();
        active.forEach((route, number) -> renumbered.put(number, now.get(route)));
        before.get("sync_reconciliation").forEach(row -> renumber(row, "id", renumbered));
        before.get("sync_difference").forEach(row -> renumber(row, "reconciliation", renumbered));
        before.get("sync_run").forEach(row -> renumber(row, "repairs", renumbered));
        Map<String, List<ObjectNode>> after = rows(tables, HubDump::migrated);
        assertAll(tables.keySet().stream().map(table -> same(table, before.get(table), after.get(table))));
        assertEquals(
                0,
                number("select count(*) from sync_reconciliation r join sync_run using (id)"
                        + " where r.status = 'IN_PROGRESS'"),
                "what is under way has a number of its own");
        assertEachHasOnePart("sync_run", "RUN", 8);
        assertEachHasOnePart("sync_reconciliation", "RECONCILIATION", 8);
    }

    /** That has its row, its state and its counts, and its number while it is under way. */
    private void assertEachHasOnePart(String table, String kind, int counts) throws SQLException {
        assertEquals(
                number("select count(*) from " + table),
                number("select count(*) from sync_work_part where kind = '" + kind + "'"),
                kind);
        assertEquals(
                0,
                number(
                        """
                        select count(*) from %s i left join sync_work_part p on p.kind = '%s' and p.item = i.id
                        where p.id is null or p.covers is not null or (p.status, p.queued) <> (i.status, i.queued)
                           or p.started_at is distinct from i.started_at or p.finished_at is distinct from i.finished_at
                           or p.reason is distinct from i.reason or p.id <> i.id and i.status = 'IN_PROGRESS'
                           or not to_jsonb(i) @> p.counts or (select count(*) from jsonb_object_keys(p.counts)) <> %d"""
                                .formatted(table, kind, counts)),
                kind);
    }

    private static Executable same(String table, List<ObjectNode> before, List<ObjectNode> after) {
        return () -> {
            assertEquals(before.size(), after.size(), table);
            assertEquals(new HashSet<>(before), new HashSet<>(after), table);
        };
    }

    private static void renumber(ObjectNode row, String column, Map<Long, Long> renumbered) {
        Long now = renumbered.get(row.path(column).asLong());
        if (now != null) {
            row.put(column, now.intValue()); // as small numbers are read
        }
    }

    private Map<String, List<ObjectNode>> rows(Map<String, String> tables, UnaryOperator<String> source)
            throws SQLException {
        Map<String, List<ObjectNode>> rows = new HashMap<>();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            rows.put(table.getKey(), HubDump.rows(hub, source.apply(table.getKey()), table.getValue(), "true"));
        }
        return rows;
    }

    /** By route. */
    private Map<String, Long> activeReconciliations() throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (Statement statement = hub.createStatement();
                ResultSet row = statement.executeQuery(
                        "select route, id from sync_reconciliation where status = 'IN_PROGRESS'")) {
            while (row.next()) {
                numbers.put(row.getString(1), row.getLong(2));
            }
        }
        return numbers;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = hub.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
