package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.database.SandboxPools;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Edits records as people do at a partner system itself. */
@ApplicationScoped
class PartnerEdits {
    private static final String PUT =
            """
            insert into record as held (collection, key, data, children, active)
            values (?, ?, ?::jsonb - 'active', ?, ?)
            on conflict (collection, key) do update
            set data = held.data || excluded.data, active = excluded.active, deleted = false,
                changed_at = clock_timestamp()
            returning xmax = 0
            """;

    private final DataSource database;
    private final PartnerStore store;

    PartnerEdits(SandboxPools pools, PartnerStore store) {
        this.database = pools.of("sandbox");
        this.store = store;
    }

    /**
     * Changes or creates a record.
     *
     * @return whether it is new
     */
    boolean put(String system, String entity, String key, ObjectNode data) {
        List<String> children = new ArrayList<>();
        data.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                children.add(field.getKey());
            }
        });
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setInt(1, store.collection(system, entity));
            statement.setString(2, key);
            statement.setString(3, data.toString());
            statement.setArray(4, connection.createArrayOf("text", children.toArray()));
            statement.setBoolean(5, data.path("active").asBoolean(true));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Deletes a record.
     *
     * @return whether it existed
     */
    boolean delete(String system, String entity, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from record where collection = ? and key = ?")) {
            statement.setInt(1, store.collection(system, entity));
            statement.setString(2, key);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
