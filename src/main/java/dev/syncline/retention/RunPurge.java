package dev.syncline.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Deletes old runs, and the results of dry runs. Keeps of each route, however old: active runs and those they wait for,
 * the latest run, the latest completed one (prerequisites check it), and the latest success. The document log keeps the
 * changes of runs for its own time; it and records may refer to purged runs.
 */
@ApplicationScoped
class RunPurge {
    private static final int BATCH = 2_000;

    /** Deletes a batch of runs above a number, and returns how many it deleted and the last one that it examined. */
    private static final String BATCH_OF_RUNS =
            """
            with looked as materialized (
                select id, route, status, created_at, dry_run,
                       not dry_run and keys is null and trigger <> 'RETRY' as whole
                from sync_run where id > ? and id <= ? order by id limit ?),
            old as materialized (
                select id, dry_run from looked r
                where created_at < ? and status <> 'IN_PROGRESS'
                  and exists (select from sync_run n where n.route = r.route and n.id > r.id)
                  and (not whole or status not in ('SUCCESS', 'PARTIAL', 'FAILED') or exists (
                       select from sync_run n where n.route = r.route and n.id > r.id and not n.dry_run
                       and n.keys is null and n.trigger <> 'RETRY' and n.status in ('SUCCESS', 'PARTIAL', 'FAILED')))
                  and (not whole or status not in ('SUCCESS', 'PARTIAL') or exists (
                       select from sync_run n where n.route = r.route and n.id > r.id and not n.dry_run
                       and n.keys is null and n.trigger <> 'RETRY' and n.status in ('SUCCESS', 'PARTIAL')))
                  and not exists (select from sync_run n where n.after_run = r.id and n.status = 'IN_PROGRESS')),
            dry as (
                delete from sync_document_log
                where dry_run and run_id = any (array(select id from old where dry_run))),
            freed as (
                update sync_run set after_run = null
                where after_run in (select id from old) and id not in (select id from old)),
            gone as (
                delete from sync_run where id in (select id from old) returning id)
            select (select count(*) from gone), (select max(id) from looked)""";

    private static final String LATEST =
            "select id from sync_run where created_at < ? order by created_at desc limit 1";

    private final DataSource hub;

    RunPurge(DataSource hub) {
        this.hub = hub;
    }

    /** Deletes runs that were ordered before that time; returns their number. */
    long before(Instant time) {
        long all = 0;
        try (Connection connection = hub.getConnection();
                PreparedStatement latest = connection.prepareStatement(LATEST);
                PreparedStatement batch = connection.prepareStatement(BATCH_OF_RUNS)) {
            OffsetDateTime before = OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
            latest.setObject(1, before);
            long last = number(latest);
            long at = 0;
            while (at < last) {
                batch.setLong(1, at);
                batch.setLong(2, last);
                batch.setInt(3, BATCH);
                batch.setObject(4, before);
                try (ResultSet result = batch.executeQuery()) {
                    result.next();
                    all += result.getLong(1);
                    at = result.getLong(2) == 0 ? last : result.getLong(2);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return all;
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
