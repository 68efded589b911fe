package dev.syncline.sandbox.partner;

import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.database.SandboxScripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What the partner systems hold. A request is one transaction, with its line in the log, so that a kill loses nothing.
 *
 * <p>A delivery is known by the idempotency key of the latest one that changed its record: a repetition has no second
 * effect, while a record that goes from A to B and back to A is taken, although the content hash in its key is old.
 */
@ApplicationScoped
public class PartnerStore {
    private static final String UPSERT =
            """
            insert into record as held (collection, key, data, children, active, idempotency_key)
            select ?, sent.key, sent.data::jsonb, string_to_array(sent.children, ','), sent.active, sent.idempotency_key
            from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[])
                as sent (key, data, children, active, idempotency_key)
            order by sent.key
            on conflict (collection, key) do update
            set data = case when held.deleted then excluded.data else held.data || excluded.data end,
                children = case
                    when held.deleted or held.children <@ excluded.children then excluded.children
                    else array(select unnest(held.children) union select unnest(excluded.children))
                end,
                active = excluded.active,
                deleted = false,
                changed_at = clock_timestamp(),
                idempotency_key = excluded.idempotency_key,
                outcome = 'updated'
            where (excluded.idempotency_key is null or excluded.idempotency_key is distinct from held.idempotency_key)
              and (held.deleted or held.active <> excluded.active or held.data || excluded.data <> held.data)
            returning key, id, xmax = 0 as created
            """;
    private static final String DEACTIVATE =
            """
            update record as held
            set active = false, changed_at = clock_timestamp(), idempotency_key = sent.idempotency_key,
                outcome = 'updated'
            from unnest(?::text[], ?::text[]) as sent (key, idempotency_key)
            where held.collection = ? and held.key = sent.key and held.active and not held.deleted
            returning held.key, held.id
            """;
    private static final String DELETE =
            """
            update record as held
            set deleted = true, changed_at = clock_timestamp(), idempotency_key = sent.idempotency_key,
                outcome = 'deleted'
            from unnest(?::text[], ?::text[]) as sent (key, idempotency_key)
            where held.collection = ? and held.key = sent.key and not held.deleted
            returning held.key, held.id
            """;

    private final DataSource database;
    private final Map<String, Integer> collections = new ConcurrentHashMap<>();

    public PartnerStore(SandboxPools pools) {
        this.database = pools.of("sandbox");
    }

    public static void createTables(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SandboxScripts.read("partner.sql"));
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot create its partner systems", e);
        }
    }

    /**
     * Applies deliveries in one transaction, and returns one outcome a delivery, in the same order.
     *
     * @param refusals returns why the system refuses a delivery; null for those that it accepts
     */
    List<PartnerOutcome> apply(
            String system,
            String entity,
            List<PartnerDelivery> deliveries,
            Function<PartnerDelivery, PartnerRefusal> refusals) {
        int collection = collection(system, entity);
        PartnerOutcome[] outcomes = new PartnerOutcome[deliveries.size()];
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, Integer> round = new HashMap<>();
                for (int i = 0; i < outcomes.length; i++) {
                    PartnerDelivery delivery = deliveries.get(i);
                    PartnerRefusal refusal = refusals.apply(delivery);
                    if (refusal != null) {
                        outcomes[i] = PartnerOutcome.refused(refusal);
                        continue;
                    }
                    // A key that is twice in one request is applied twice, in order.
                    if (round.containsKey(delivery.key())) {
                        applyRound(connection, collection, deliveries, round, outcomes);
                        round.clear();
                    }
                    round.put(delivery.key(), i);
                }
                applyRound(connection, collection, deliveries, round, outcomes);
                RequestLog.note(connection, collection, outcomes);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return List.of(outcomes);
    }

    private static void applyRound(
            Connection connection,
            int collection,
            List<PartnerDelivery> deliveries,
            Map<String, Integer> round,
            PartnerOutcome[] outcomes)
            throws SQLException {
        Map<PartnerDelivery.Operation, List<PartnerDelivery>> operations = new HashMap<>();
        for (int i : round.values()) {
            PartnerDelivery delivery = deliveries.get(i);
            operations
                    .computeIfAbsent(delivery.operation(), any -> new ArrayList<>())
                    .add(delivery);
        }
        for (Map.Entry<PartnerDelivery.Operation, List<PartnerDelivery>> operation : operations.entrySet()) {
            Map<String, PartnerOutcome> done = new HashMap<>();
            switch (operation.getKey()) {
                case UPSERT -> upsert(connection, collection, operation.getValue(), done);
                case DEACTIVATE -> end(connection, DEACTIVATE, "updated", collection, operation.getValue(), done);
                case DELETE -> end(connection, DELETE, "deleted", collection, operation.getValue(), done);
            }
            withoutEffect(connection, collection, operation.getValue(), done);
            operation.getValue().forEach(delivery -> outcomes[round.get(delivery.key())] = done.get(delivery.key()));
        }
    }

    private static void upsert(
            Connection connection, int collection, List<PartnerDelivery> deliveries, Map<String, PartnerOutcome> done)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            statement.setInt(1, collection);
            statement.setArray(2, texts(connection, deliveries, PartnerDelivery::key));
            statement.setArray(3, texts(connection, deliveries, PartnerDelivery::content));
            statement.setArray(4, texts(connection, deliveries, delivery -> String.join(",", delivery.children())));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "boolean",
                            deliveries.stream().map(PartnerDelivery::active).toArray()));
            statement.setArray(6, texts(connection, deliveries, PartnerDelivery::idempotencyKey));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    done.put(
                            row.getString(1),
                            PartnerOutcome.done(row.getBoolean(3) ? "created" : "updated", row.getLong(2)));
                }
            }
        }
    }

    private static void end(
            Connection connection,
            String sql,
            String status,
            int collection,
            List<PartnerDelivery> deliveries,
            Map<String, PartnerOutcome> done)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(connection, deliveries, PartnerDelivery::key));
            statement.setArray(2, texts(connection, deliveries, PartnerDelivery::idempotencyKey));
            statement.setInt(3, collection);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    done.put(row.getString(1), PartnerOutcome.done(status, row.getLong(2)));
                }
            }
        }
    }

    /** Adds the outcome of deliveries without effect: a repetition is answered as before, others are unchanged. */
    private static void withoutEffect(
            Connection connection, int collection, List<PartnerDelivery> deliveries, Map<String, PartnerOutcome> done)
            throws SQLException {
        Map<String, PartnerDelivery> rest = new HashMap<>();
        deliveries.stream()
                .filter(delivery -> !done.containsKey(delivery.key()))
                .forEach(delivery -> rest.put(delivery.key(), delivery));
        if (rest.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select key, id, idempotency_key, outcome from record where collection = ? and key = any(?)")) {
            statement.setInt(1, collection);
            statement.setArray(2, connection.createArrayOf("text", rest.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String key = row.getString(1);
                    String sent = rest.get(key).idempotencyKey();
                    boolean duplicate = sent != null && sent.equals(row.getString(3));
                    done.put(
                            key,
                            new PartnerOutcome(
                                    duplicate ? row.getString(4) : "unchanged", row.getLong(2), null, duplicate));
                }
            }
        }
        // A record that does not exist needs no end.
        rest.keySet().forEach(key -> done.putIfAbsent(key, new PartnerOutcome("unchanged", null, null, false)));
    }

    private static Array texts(
            Connection connection, List<PartnerDelivery> deliveries, Function<PartnerDelivery, String> value)
            throws SQLException {
        return connection.createArrayOf("text", deliveries.stream().map(value).toArray());
    }

    /** Returns the keys under which the system has a record. */
    Set<String> held(String system, String entity, List<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select key from record where collection = ? and key = any (?) and not deleted")) {
            select.setInt(1, collection(system, entity));
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            Set<String> held = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(row.getString(1));
                }
            }
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs a request that a fault prevented. */
    void logFailed(String system, String entity) {
        try (Connection connection = database.getConnection()) {
            RequestLog.note(connection, collection(system, entity));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs how many records were answered. */
    public void logRead(String system, String entity, int records) {
        try (Connection connection = database.getConnection()) {
            RequestLog.note(connection, collection(system, entity), records, 0, 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the number of a system's entity; a new name creates one. */
    int collection(String system, String entity) {
        return collections.computeIfAbsent(system + "/" + entity, any -> findOrCreate(system, entity));
    }

    private int findOrCreate(String system, String entity) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into collection (system, entity) values (?, ?) on conflict do nothing");
                PreparedStatement select =
                        connection.prepareStatement("select id from collection where system = ? and entity = ?")) {
            for (PreparedStatement statement : List.of(insert, select)) {
                statement.setString(1, system);
                statement.setString(2, entity);
            }
            insert.execute();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
