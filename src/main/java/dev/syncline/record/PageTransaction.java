package dev.syncline.record;

import dev.syncline.work.LeaseLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * The one transaction of a page: checkpoint, counts, record statuses and document log, all or nothing. The part's row comes
 * first, so that a process that has lost it writes nothing; the run's comes last, so that its parts record side by side.
 */
@ApplicationScoped
public class PageTransaction {
    private static final String RUN =
            """
            update sync_run
            set read = read + ?, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                deleted = deleted + ?, failed = failed + ?, blocked = blocked + ?, on_hold = on_hold + ?,
                expected = coalesce(?, expected), source_now = coalesce(source_now, ?), horizon = coalesce(horizon, ?),
                highest = ?, far = ?, beyond = ?, unit = coalesce(?, unit)
            where id = ?
            returning cancelled_by is not null""";

    private final DataSource hub;
    private final StatusWriter statuses;
    private final DocumentLog log;

    PageTransaction(DataSource hub, StatusWriter statuses, DocumentLog log) {
        this.hub = hub;
        this.statuses = statuses;
        this.log = log;
    }

    /**
     * @param addition what is written at its end
     * @return whether the run is to stop after this page, because somebody cancelled it
     * @throws LeaseLost when the run has another owner
     */
    @Transactional(rollbackOn = Exception.class)
    public boolean commit(PageResult page, PageAddition addition) throws SQLException {
        try (Connection connection = hub.getConnection()) {
            page.checkpoint().move(connection, "Run", page.counts().byColumn());
            List<Outcome> logged =
                    page.outcomes().stream().filter(page::isLogged).toList();
            long[] logIds = logged.isEmpty() ? new long[0] : log.write(connection, page, logged);
            if (page.edit() != null && logIds.length > 0) {
                Edits.delivered(connection, page.edit(), logIds[0]);
            }
            if (!page.settled().isEmpty()) {
                Intents.clear(connection, page.routeNumber(), page.settled());
            }
            if (!page.dryRun() && !page.outcomes().isEmpty()) {
                statuses.write(connection, page.runId(), page.routeNumber(), page.outcomes(), logIds);
                ParkedRecords.write(connection, page.routeNumber(), page.outcomes());
            }
            addition.write(connection);
            return count(connection, page);
        }
    }

    /** Whether somebody has cancelled the run. */
    private static boolean count(Connection connection, PageResult page) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RUN)) {
            Counts counts = page.counts();
            SourceProgress source = page.source();
            int i = 1;
            update.setLong(i++, counts.read());
            update.setLong(i++, counts.created());
            update.setLong(i++, counts.updated());
            update.setLong(i++, counts.unchanged());
            update.setLong(i++, counts.deleted());
            update.setLong(i++, counts.failed());
            update.setLong(i++, counts.blocked());
            update.setLong(i++, counts.onHold());
            update.setObject(i++, source.expected(), java.sql.Types.BIGINT);
            setTime(update, i++, source.now());
            setTime(update, i++, source.horizon());
            update.setObject(i++, source.highest(), java.sql.Types.BIGINT);
            update.setObject(i++, source.far(), java.sql.Types.BIGINT);
            update.setInt(i++, source.beyond());
            update.setString(i++, source.unit());
            update.setLong(i, page.runId());
            try (ResultSet run = update.executeQuery()) {
                if (!run.next()) {
                    throw new LeaseLost("Run", page.runId());
                }
                return run.getBoolean(1);
            }
        }
    }

    private static void setTime(PreparedStatement update, int place, Instant time) throws SQLException {
        update.setObject(
                place,
                time == null ? null : OffsetDateTime.ofInstant(time, ZoneOffset.UTC),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
