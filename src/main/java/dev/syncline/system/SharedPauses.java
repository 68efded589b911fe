package dev.syncline.system;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The table {@code sync_system}, by which processes share turns and pauses of the systems that they call. Times are by
 * the clock of the hub database, and leave this class as durations.
 */
@ApplicationScoped
class SharedPauses {
    private final DataSource hub;

    SharedPauses(DataSource hub) {
        this.hub = hub;
    }

    /** Reserves the next free turn, and returns the time until then. */
    Duration reserve(String system, RateLimit limit) throws SQLException {
        long micros = Math.max(1, limit.interval().toNanos() / 1_000);
        try (Connection connection = hub.getConnection();
                PreparedStatement reserve = connection.prepareStatement(
                        """
                        insert into sync_system as s (name, next_call)
                        values (?, clock_timestamp() + ? * interval '1 microsecond')
                        on conflict (name) do update
                        set next_call = greatest(s.next_call, s.not_before, clock_timestamp()) + ? * interval '1 microsecond'
                        returning extract(epoch from next_call - ? * interval '1 microsecond' - clock_timestamp()) * 1000000""")) {
            reserve.setString(1, system);
            reserve.setLong(2, micros);
            reserve.setLong(3, micros);
            reserve.setLong(4, micros);
            try (ResultSet row = reserve.executeQuery()) {
                row.next();
                return Duration.of(Math.max(0, row.getLong(1)), ChronoUnit.MICROS);
            }
        }
    }

    /** Stores for all processes that the system asked for a pause. */
    void ask(String system, Duration pause) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement ask = connection.prepareStatement(
                        """
                        insert into sync_system as s (name, not_before)
                        values (?, clock_timestamp() + ? * interval '1 millisecond')
                        on conflict (name) do update set not_before = greatest(s.not_before, excluded.not_before)""")) {
            ask.setString(1, system);
            ask.setLong(2, pause.toMillis());
            ask.executeUpdate();
        }
    }

    /** Returns the systems that asked for a pause, each with the time that is left. */
    Map<String, Duration> asked() throws SQLException {
        Map<String, Duration> asked = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select name, extract(epoch from not_before - clock_timestamp()) * 1000
                        from sync_system where not_before > clock_timestamp()""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                asked.put(rows.getString(1), Duration.ofMillis(rows.getLong(2)));
            }
        }
        return asked;
    }
}
