package dev.syncline.purchasing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.extension.PageRecord;
import dev.syncline.page.RunContext;
import dev.syncline.work.Checkpoint;
import dev.syncline.work.LeaseLost;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Orders that are being written to the ERP, in {@code purchase_intent}. They are stored before the write, so that after
 * a crash between the commits of ERP and hub it is known which changes are Syncline's.
 */
@ApplicationScoped
class OrderIntents {
    /** Does not store an intent for a process that has lost the run, as its successor may have recorded the order. */
    private static final String WRITE =
            """
            insert into purchase_intent (route, key, before, seen, content, run_id, at)
            select ?, key, before::json, seen::json, content::json, ?, now()
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) i (key, before, seen, content)
            where\s"""
                    + Checkpoint.HELD
                    + """
             order by key
            on conflict (route, key) do update
            set before = excluded.before, seen = excluded.seen, content = excluded.content, run_id = excluded.run_id,
                at = excluded.at""";

    /** Also forgets intents that were not written, unless an earlier change is still to be logged. */
    private static final String CLEAR =
            "delete from purchase_intent where route = ? and (key = any (?) or key = any (?) and seen is null)";

    private final DataSource hub;
    private final ObjectMapper json;

    OrderIntents(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /**
     * Stores orders that are about to be sent.
     *
     * @throws LeaseLost if another process has taken the run over
     */
    void remember(RunContext run, List<PageRecord> records) throws SQLException {
        List<String> keys = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        for (PageRecord record : records) {
            if (record.row().change() instanceof OrderChange change) {
                keys.add(record.key());
                before.add(text(change.before()));
                seen.add(text(change.seen()));
                contents.add(new String(record.content(), StandardCharsets.UTF_8));
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setInt(1, run.routeNumber());
            insert.setLong(2, run.id());
            insert.setArray(3, texts(connection, keys));
            insert.setArray(4, texts(connection, before));
            insert.setArray(5, texts(connection, seen));
            insert.setArray(6, texts(connection, contents));
            insert.setLong(7, run.part());
            insert.setInt(8, run.fence());
            if (insert.executeUpdate() == 0) {
                throw new LeaseLost("Run", run.id());
            }
        }
    }

    private String text(ErpOrder order) {
        try {
            return order == null ? null : json.writeValueAsString(order.header());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Forgets orders in the transaction that records their outcome.
     *
     * @param unwritten keys of those that the ERP did not accept
     */
    static void clear(Connection connection, int route, List<String> recorded, List<String> unwritten)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setInt(1, route);
            delete.setArray(2, texts(connection, recorded));
            delete.setArray(3, texts(connection, unwritten));
            delete.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
