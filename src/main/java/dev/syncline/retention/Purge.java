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

/** Deletes data that is older than a time, oldest first, with a commit for each batch. */
@ApplicationScoped
class Purge {
    private static final Logger LOGGER = Logger.getLogger(Purge.class);
    /** Numbers grow with time: after the first row that is young enough, all rows are. */
    private static final String LOG =
            """
            delete from sync_document_log_rest where id in (
                select id from (select id, at from sync_document_log_rest order by id limit 2000) oldest where at < ?)""";

    /** Keeps an edit while its run may send it, and while the history of its record shows who made it. */
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
    private static final String MESSAGES =
            """
            delete from sync_message where id in (
                select id from sync_message where created_at < ? order by created_at limit 5000)""";
    /** Deletes channels that are no longer configured; a configured one is compared every minute. */
    private static final String CHANNELS =
            """
            with channel as (delete from sync_message_channel where next_round_at < ? returning name),
                 item as (delete from sync_message_item where channel in (select name from channel)),
                 cause as (delete from sync_message_cause where channel in (select name from channel))
            delete from sync_message where channel in (select name from channel)""";

    private static final String NOTIFICATIONS =
            """
            delete from supplier_notification where (supplier, digest) in (
                select supplier, digest from supplier_notification where at < ? order by at limit 5000)""";
    /** Deletes intents of completed runs; nothing continues these, and what the ERP held then is outdated. */
    private static final String INTENTS =
            """
            delete from purchase_intent where (route, key) in (
                select route, key from purchase_intent i
                where at < ?
                  and not exists (select from sync_run r where r.id = i.run_id and r.status = 'IN_PROGRESS')
                order by at limit 5000)""";

    /** Keeps what documents say of orders, and keeps unreadable documents, as they may be read again. */
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

    /**
     * Drops the partitions of the document log that end before that time, without rewriting rows; returns their number.
     */
    int months(Instant before) {
        int dropped = 0;
        try (Connection connection = hub.getConnection();
                PreparedStatement drop = connection.prepareStatement("select sync_document_log_drop(?)")) {
            drop.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            while (isDropped(drop)) {
                dropped++;
            }
        } catch (SQLException e) {
            LOGGER.warnf(
                    "The document log is in use; its old months are kept until the next night: %s", e.getMessage());
        }
        return dropped;
    }

    private static boolean isDropped(PreparedStatement drop) throws SQLException {
        try (ResultSet result = drop.executeQuery()) {
            return result.next() && result.getString(1) != null;
        }
    }

    /** Deletes rows of the document log outside of the monthly partitions. */
    long log(Instant before) {
        return inBatches(LOG, before);
    }

    /** Deletes edited payloads that are not needed any more; to be called after the log is purged. */
    long edits(Instant before) {
        return inBatches(EDITS, before);
    }

    /** Deletes notices that were resolved before that time; keeps open ones. */
    long notices(Instant before) {
        return inBatches(NOTICES, before);
    }

    /** Deletes messages to people, and channels that have not been configured since then; returns their number. */
    long messages(Instant before) {
        return inBatches(MESSAGES, before) + inBatches(CHANNELS, before);
    }

    /** Deletes the records by which repeated notifications of suppliers are recognized. */
    long notifications(Instant before) {
        return inBatches(NOTIFICATIONS, before);
    }

    /** Deletes intents to write orders, of runs that have ended. */
    long intents(Instant before) {
        return inBatches(INTENTS, before);
    }

    /** Deletes reconciliations that ended before that time, with their differences; returns their number. */
    long reconciliations(Instant before) {
        inBatches(DIFFERENCES, before);
        return inBatches(RECONCILIATIONS, before);
    }

    /** Deletes the original documents of suppliers; returns their number. */
    long documents(Instant before) {
        return inBatches(DOCUMENTS, before);
    }

    /** Deletes lines of the audit log; none if the deployment has made it append-only, and purges it itself. */
    long audit(Instant before) {
        try {
            return inBatches(AUDIT, before);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException refusal && NOT_ALLOWED.equals(refusal.getSQLState())) {
                LOGGER.debugf("The audit log is append-only; its owner has to purge it: %s", e.getMessage());
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
