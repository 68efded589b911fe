package dev.syncline.page;

import dev.syncline.sql.SourceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The horizon of a source: a moment before which no transaction began that is still open, so that whatever carries an
 * older time is there to be read. Where the reader sees when transactions began, that is the beginning of the oldest.
 * Where it does not, it is the last time at which none of them was open yet, from what {@code sync_horizon} remembers. Of
 * a standby, time is how far it has replayed, and the transactions are its primary's, told apart by their numbers alone.
 */
@ApplicationScoped
class Horizons {
    /** Nothing is known of transactions that are open: the watermark stays where it is. */
    static final Instant UNKNOWN = SourceState.UNKNOWN;

    private static final String REMEMBER =
            """
            with passed as (
                select max(at) as at from sync_horizon
                where system = ? and at <= ? and not open && ? and (? or next <= ?)),
            forgotten as (
                delete from sync_horizon h using passed p
                where h.system = ? and (h.at < p.at or h.at < ?::timestamptz - interval '1 day')),
            noted as (
                insert into sync_horizon (system, at, open, next)
                select ?, ?, ?, ?
                where not exists (select from sync_horizon where system = ? and at > ?::timestamptz - interval '1 minute')
                on conflict do nothing)
            select at from passed""";

    private final DataSource hub;

    Horizons(DataSource hub) {
        this.hub = hub;
    }

    /** Null where the source does not tell. */
    @Transactional(rollbackOn = Exception.class)
    Instant of(String system, SourceState state) throws SQLException {
        if (state.open() == null) {
            return null;
        }
        if (state.now().equals(UNKNOWN)) {
            return UNKNOWN;
        }
        List<String> hidden = state.open().entrySet().stream()
                .filter(transaction -> transaction.getValue() == null)
                .map(Entry::getKey)
                .toList();
        Instant noneOpen = remember(system, state, hidden);
        Instant oldest = state.open().values().stream()
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(state.now());
        boolean isOpenAtPrimary = state.next() != null && state.oldest() < state.next();
        if (!hidden.isEmpty() || isOpenAtPrimary) {
            oldest = noneOpen == null ? UNKNOWN : noneOpen.isBefore(oldest) ? noneOpen : oldest;
        }
        return oldest.isBefore(state.now()) ? oldest : state.now();
    }

    /** The last time at which none of the hidden ones was open; null where that is not known. */
    private Instant remember(String system, SourceState state, List<String> hidden) throws SQLException {
        OffsetDateTime now = state.now().atOffset(ZoneOffset.UTC);
        try (Connection connection = hub.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            Array open = connection.createArrayOf("text", state.open().keySet().toArray());
            Array unseen = connection.createArrayOf("text", hidden.toArray());
            boolean isPrimary = state.oldest() == null;
            Object[] values = {
                system,
                now,
                unseen,
                isPrimary,
                state.oldest(),
                system,
                now,
                system,
                now,
                open,
                state.next(),
                system,
                now
            };
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.BIGINT);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                OffsetDateTime at = result.getObject(1, OffsetDateTime.class);
                return at == null ? null : at.toInstant();
            }
        }
    }
}
