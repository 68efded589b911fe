package dev.syncline.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.json.Escaped;
import dev.syncline.secret.MaskedJson;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The table {@code sync_difference}. */
@ApplicationScoped
class Differences {
    private static final String INSERT =
            """
            insert into sync_difference (reconciliation, kind, key, title, fields, status, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String SELECT =
            """
            select kind, key, title, fields, status, reason, repaired, outcome
            from sync_difference
            where reconciliation = ? and (kind, key) > (?, ?) and (?::text is null or kind = ?)
              and (?::text is null or strpos(lower(key), lower(?)) > 0 or strpos(lower(title), lower(?)) > 0)
            order by kind, key
            limit ?""";

    private final DataSource hub;
    private final ObjectMapper json;

    Differences(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /** Adds differences in the caller's transaction; returns how many of each kind are new. */
    Map<DifferenceKind, Integer> add(long reconciliation, List<Difference> found) throws SQLException {
        Map<DifferenceKind, Integer> added = new EnumMap<>(DifferenceKind.class);
        if (found.isEmpty()) {
            return added;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Difference difference : found) {
                insert.setLong(1, reconciliation);
                insert.setString(2, difference.kind().name());
                insert.setString(3, Escaped.of(difference.key()));
                insert.setString(4, Escaped.of(Secrets.masked(difference.title())));
                insert.setString(5, MaskedJson.of(text(difference.fields())));
                insert.setString(6, difference.status());
                insert.setString(7, Escaped.of(Secrets.masked(difference.reason())));
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                added.merge(found.get(i).kind(), counts[i] == 0 ? 0 : 1, Integer::sum);
            }
        }
        return added;
    }

    /**
     * Returns differences in the order of kind and key.
     *
     * @param kind null for all
     * @param q text that key or title contains, ignoring case; null for all
     */
    List<Difference> after(long reconciliation, DifferenceKind kind, String q, DifferencePosition after, int limit) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            String name = kind == null ? null : kind.name();
            select.setLong(1, reconciliation);
            select.setString(2, after.kind());
            select.setString(3, after.key());
            select.setString(4, name);
            select.setString(5, name);
            select.setString(6, q);
            select.setString(7, q);
            select.setString(8, q);
            select.setInt(9, limit);
            List<Difference> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Difference(
                            rows.getString(2),
                            rows.getString(3),
                            DifferenceKind.valueOf(rows.getString(1)),
                            fields(rows.getString(4)),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getObject(7, Boolean.class),
                            rows.getString(8)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    /** Stores the outcomes of repairs in the caller's transaction. */
    void repaired(long reconciliation, Collection<Difference> tried) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                        update sync_difference set repaired = ?, outcome = ?
                        where reconciliation = ? and kind = ? and key = ?""")) {
            for (Difference difference : tried) {
                update.setBoolean(1, difference.repaired());
                update.setString(2, difference.outcome());
                update.setLong(3, reconciliation);
                update.setString(4, difference.kind().name());
                update.setString(5, difference.key());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private String text(List<FieldDifference> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FieldDifference> fields(String text) {
        try {
            return json.readValue(text, new TypeReference<List<FieldDifference>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
