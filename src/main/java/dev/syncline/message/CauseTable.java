package dev.syncline.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What channels know: {@code sync_message_cause}. */
final class CauseTable {
    private static final String SAVE =
            """
            insert into sync_message_cause (channel, kind, route, subject, title, path, since, told_at, gone_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (channel, kind, route, subject) do update
            set title = excluded.title, path = excluded.path, told_at = excluded.told_at, gone_since = excluded.gone_since""";

    private final Connection hub;

    CauseTable(Connection hub) {
        this.hub = hub;
    }

    List<KnownCause> known(String channel) throws SQLException {
        List<KnownCause> known = new ArrayList<>();
        try (PreparedStatement select = hub.prepareStatement(
                "select kind, route, subject, title, path, since, told_at, gone_since from sync_message_cause"
                        + " where channel = ? order by since, kind, route, subject")) {
            select.setString(1, channel);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(new KnownCause(
                            new CauseId(row.getString(1), row.getString(2), row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            instant(row, 6),
                            instant(row, 7),
                            instant(row, 8)));
                }
            }
        }
        return known;
    }

    void save(String channel, List<KnownCause> causes) throws SQLException {
        try (PreparedStatement save = hub.prepareStatement(SAVE)) {
            for (KnownCause cause : causes) {
                save.setString(1, channel);
                save.setString(2, cause.id().kind());
                save.setString(3, cause.id().route());
                save.setString(4, cause.id().subject());
                save.setString(5, cause.title());
                save.setString(6, cause.path());
                save.setObject(7, time(cause.since()));
                save.setObject(8, time(cause.toldAt()));
                save.setObject(9, time(cause.goneSince()));
                save.addBatch();
            }
            save.executeBatch();
        }
    }

    void remove(String channel, List<CauseId> causes) throws SQLException {
        try (PreparedStatement delete = hub.prepareStatement(
                "delete from sync_message_cause where channel = ? and kind = ? and route = ? and subject = ?")) {
            for (CauseId cause : causes) {
                delete.setString(1, channel);
                delete.setString(2, cause.kind());
                delete.setString(3, cause.route());
                delete.setString(4, cause.subject());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
