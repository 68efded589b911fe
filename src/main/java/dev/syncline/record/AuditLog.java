package dev.syncline.record;

import dev.syncline.record.AuditEntry.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the audit log, the newest lines first. */
@ApplicationScoped
public class AuditLog {
    private static final String SELECT =
            """
            select id, at, who, action, subject, address, outcome, keys, dry_run, detail from sync_audit
            where id < ?""";

    private final DataSource hub;

    AuditLog(DataSource hub) {
        this.hub = hub;
    }

    /** @param before lines with smaller numbers */
    public List<AuditEntry> before(long before, AuditFilter filter, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        values.add(before);
        add(sql, values, " and who = ?", filter.who());
        add(sql, values, " and subject = ?", filter.subject());
        add(sql, values, " and action = ?", filter.action());
        if (filter.outcome() != null && filter.outcome() != Outcome.DONE) {
            sql.append(" and outcome <> 'DONE'"); // lets the partial index be used
        }
        add(
                sql,
                values,
                " and outcome = ?",
                filter.outcome() == null ? null : filter.outcome().name());
        add(sql, values, " and at >= ?", time(filter.from()));
        add(sql, values, " and at < ?", time(filter.to()));
        add(sql, values, " order by id desc limit ?", limit);
        List<AuditEntry> entries = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
        return entries;
    }

    private static OffsetDateTime time(Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Array keys = row.getArray(8);
        return new AuditEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Outcome.valueOf(row.getString(7)),
                keys == null ? null : List.of((String[]) keys.getArray()),
                row.getObject(9, Boolean.class),
                row.getString(10));
    }
}
