package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Records on their way to a target that can only create: what is written here may be there already. */
@ApplicationScoped
public class Intents {
    private static final String WRITE =
            """
            with sent as (select * from unnest(?::text[], ?::text[]) s (key, idempotency_key)),
            added as (
                insert into sync_intent (route, key, idempotency_key, run_id, at)
                select ?, key, idempotency_key, ?, now() from sent
                on conflict (route, key) do nothing
                returning key)
            select key from sent where key not in (select key from added)""";

    private static final String CLEAR = "delete from sync_intent where route = ? and key = any (?)";

    private final DataSource hub;

    Intents(DataSource hub) {
        this.hub = hub;
    }

    /**
     * Writes that these records are about to be sent, in a transaction of its own.
     *
     * @return keys of those that were about to be sent before, and of which nobody knows whether they were
     */
    public Set<String> write(int route, long run, List<String> keys, List<String> idempotencyKeys) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setArray(1, texts(connection, keys));
            insert.setArray(2, texts(connection, idempotencyKeys));
            insert.setInt(3, route);
            insert.setLong(4, run);
            Set<String> before = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    before.add(rows.getString(1));
                }
            }
            return before;
        }
    }

    /** Forgets records of which it is recorded what became of them, in the transaction that does so. */
    static void clear(Connection connection, int route, List<String> keys) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setInt(1, route);
            delete.setArray(2, texts(connection, keys));
            delete.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
