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
import org.jboss.logging.Logger;

/** Deletes what is older than a time, in batches with a commit each, the oldest first. */
@ApplicationScoped
class Purge {
    private static final Logger LOGGER = Logger.getLogger(Purge.class);
    /** Numbers grow with time: once one of the oldest is young enough, so are all after it. */
    private static final String LOG =
            """
            delete from sync_document_log_rest where id in (
                select id from (select id, at from sync_document_log_rest order by id limit 2000) oldest where at < ?)""";

    /** An edit stays for as long as its run may send it, and as the history of its record says who made it. */
    private static final String EDITS =
            """
            delete from sync_edit where id in (
                select id from sync_edit e
                where edited_at < ?
                  and not exists (select from sync_run r where r.id = e.run_id and r.status = 'IN_PROGRESS')
                  and not exists (select from sync_document_log l where l.id = e.log_id)
                order by edited_at limit 500)""";

    private static final String NOTICES =
            """
            delete from sync_notice where id in (
                select id from sync_notice where resolved_at < ? order by resolved_at limit 5000)""";
    private static final String NOTIFICATIONS =
            """
            delete from supplier_notification where (supplier, digest) in (
                select supplier, digest from supplier_notification where at < ? order by at limit 5000)""";
    /** Nobody goes on with the order, and what the ERP had of it then says nothing of what is edited there now. */
    private static final String INTENTS =
            """
            delete from purchase_intent where (route, key) in (
                select route, key from purchase_intent i
                where at < ?
                  and not exists (select from sync_run r where r.id = i.run_id and r.status = 'IN_PROGRESS')
                order by at limit 5000)""";

    /** What documents say of orders stays; one that cannot be read stays whole, as it may be read again. */
    private static final String DOCUMENTS =
            """
            update supplier_document set content = null where id in (
                select id from supplier_document d
                where received_at < ? and content is not null and answer is null
                  and not exists (select from supplier_order o where o.document = d.id and o.fault is not null)
                order by received_at limit 500)""";

    private static final String AUDIT =
            """
            delete from sync_audit where id in (
                select id from (select id, at from sync_audit order by id limit 5000) oldest where at < ?)""";

    private static final String DIFFERENCES =
            """
            delete from sync_difference where (reconciliation, kind, key) in (
                select d.reconciliation, d.kind, d.key from sync_reconciliation r
                join sync_difference d on d.reconciliation = r.id
                where r.finished_at < ? limit 5000)""";
    private static final String RECONCILIATIONS =
            """
            delete from sync_reconciliation where id in (
                select id from sync_reconciliation where finished_at < ? limit 5000)""";

    private static final String NOT_ALLOWED = "42501";

    private final DataSource hub;

    Purge(DataSource hub) {
        this.hub = hub;
    }

    /** Drops the months of the document log that are over by then, which rewrites no row; how many. */
    int months(Instant before) {
        int dropped = 0;
        try (Connection connection = hub.getConnection();
                PreparedStatement drop = connection.prepareStatement("select sync_document_log_drop(?)")) {
            drop.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            while (isDropped(drop)) {
                dropped++;
            }
        } catch (SQLException e) {
            LOGGER.warnf("The document log is in use, its old months stay until the next night: %s", e.getMessage());
        }
        return dropped;
    }

    private static boolean isDropped(PreparedStatement drop) throws SQLException {
        try (ResultSet result = drop.executeQuery()) {
            return result.next() && result.getString(1) != null;
        }
    }

    /** Rows of the document log that are in no month's partition. */
    long log(Instant before) {
        return inBatches(LOG, before);
    }

    /** Edited payloads, once nobody needs them any more; after the log. */
    long edits(Instant before) {
        return inBatches(EDITS, before);
    }

    /** Notices that were resolved before; open ones stay. */
    long notices(Instant before) {
        return inBatches(NOTICES, before);
    }

    /** What tells notifications of suppliers that come again from new ones. */
    long notifications(Instant before) {
        return inBatches(NOTIFICATIONS, before);
    }

    /** Orders that were about to be written before, by runs that are over. */
    long intents(Instant before) {
        return inBatches(INTENTS, before);
    }

    /** Reconciliations that ended before, with their differences; how many. */
    long reconciliations(Instant before) {
        inBatches(DIFFERENCES, before);
        return inBatches(RECONCILIATIONS, before);
    }

    /** Documents of suppliers as they came; how many. */
    long documents(Instant before) {
        return inBatches(DOCUMENTS, before);
    }

    /** Lines of the audit log; none where the deployment has made it append-only, and purges it itself. */
    long audit(Instant before) {
        try {
            return inBatches(AUDIT, before);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException refusal && NOT_ALLOWED.equals(refusal.getSQLState())) {
                LOGGER.debugf("The audit log is append-only, its old lines are left to its owner: %s", e.getMessage());
                return 0;
            }
            throw e;
        }
    }

    private long inBatches(String sql, Instant before) {
        long all = 0;
        try (Connection connection = hub.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            int batch = delete.executeUpdate();
            while (batch > 0) {
                all += batch;
                batch = delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return all;
    }
}
