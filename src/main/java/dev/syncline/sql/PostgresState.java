package dev.syncline.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Reads the clock and the open transactions of a PostgreSQL source, a primary or a standby. */
final class PostgresState {
    private static final Logger LOG = Logger.getLogger(PostgresState.class);

    /**
     * Selects the open transactions of the source's database: each holds a lock on its virtual id from its beginning,
     * also before it writes, and every user may see these locks. Includes the numbers of transactions that write, as a
     * prepared one keeps only its number. Only its own user and members of pg_read_all_stats may see when a transaction
     * began.
     */
    private static final String STATE =
            """
            with session as materialized (
                select pid, backend_xid::text as xid, xact_start from pg_stat_activity
                where pid <> pg_backend_pid() and datname = current_database() and usesysid is not null
                      and application_name <> 'Syncline'),
            open as (
                select l.virtualxid as id, s.xact_start as began
                from pg_locks l join session s on s.pid = l.pid
                where l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock'
                union all
                select xid, xact_start from session where xid is not null
                union all
                select transaction::text, null from pg_prepared_xacts where database = current_database())
            select current_timestamp, o.id, o.began from (select) one left join open o on true""";

    /**
     * The same for a standby, which has the rows that it has replayed; the time is null if it has replayed no commit
     * since its start. A snapshot ends after the last completed transaction; open ones beyond it show in the next
     * number alone, of which {@code age} gives the lower half.
     */
    private static final String STANDBY =
            """
            select pg_last_xact_replay_timestamp(), txid_snapshot_xmin(seen), txid_snapshot_xmax(seen),
                   (age('3'::xid)::bigint + 3 - txid_snapshot_xmax(seen)) & 4294967295
            from (select txid_current_snapshot() as seen) snapshot
            where pg_is_in_recovery()""";

    private PostgresState() {}

    static SourceState of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet standby = statement.executeQuery(STANDBY)) {
            if (standby.next()) {
                Instant replayed = instant(standby, 1);
                long beyond = standby.getLong(4);
                return new SourceState(
                        replayed == null ? SourceState.UNKNOWN : replayed,
                        Map.of(),
                        standby.getLong(2),
                        standby.getLong(3) + (beyond > Integer.MAX_VALUE ? 0 : beyond));
            }
        } catch (SQLException e) {
            if (!PostgresDialect.INSTANCE.errors().refuses(e)) {
                throw e;
            }
            connection.rollback(); // a database with PostgreSQL's protocol, but without these functions
        }
        return stateOfPrimary(connection);
    }

    private static SourceState stateOfPrimary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STATE)) {
            Map<String, Instant> open = new HashMap<>();
            Instant now = null;
            while (result.next()) {
                now = instant(result, 1);
                if (result.getString(2) != null) {
                    open.put(result.getString(2), instant(result, 3));
                }
            }
            return new SourceState(now, open);
        } catch (SQLException e) {
            if (!PostgresDialect.INSTANCE.errors().refuses(e)) {
                throw e;
            }
            LOG.warnf(
                    "A source does not show its open transactions, so rows that are committed after the overlap are"
                            + " missed. Let its reader select from pg_locks, pg_stat_activity and pg_prepared_xacts: %s",
                    e.getMessage());
            connection.rollback();
            PostgresReading.settle(connection);
            return clock(connection);
        }
    }

    private static SourceState clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select current_timestamp")) {
            result.next();
            return new SourceState(instant(result, 1), null);
        }
    }

    private static Instant instant(ResultSet result, int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
