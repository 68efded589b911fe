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
 * Orders on their way to the ERP, in {@code purchase_intent}. They stand there before the ERP has them, so that after a
 * crash between its commit and the hub's it is known whose doing is there.
 */
@ApplicationScoped
class OrderIntents {
    /** A process that has lost the run leaves nothing behind: its successor may have recorded the order by now. */
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

    /** What was not written is forgotten, too, unless something that was written before it is still to be told of. */
    private static final String CLEAR =
            "delete from purchase_intent where route = ? and (key = any (?) or key = any (?) and seen is null)";

    private final DataSource hub;
    private final ObjectMapper json;

    OrderIntents(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /**
     * Remembers orders that are about to be sent.
     *
     * @throws Fenced when the run has another owner
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
            insert.setLong(7, run.id());
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
     * Forgets orders of which it is recorded what became of them, in the transaction that does so.
     *
     * @param unwritten keys of those that the ERP did not take
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
