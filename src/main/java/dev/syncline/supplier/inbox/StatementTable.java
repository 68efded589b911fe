package dev.syncline.supplier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.document.StorableText;
import dev.syncline.document.SupplierOrder;
import dev.syncline.supplier.order.OrderStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores what suppliers say of orders; each method is one statement in its caller's transaction. */
@ApplicationScoped
class StatementTable {
    private static final String BY_SUPPLIER_NO =
            """
            select supplier_no, key from supplier_order where supplier = ? and supplier_no = any (?)
            order by key = supplier || '-' || supplier_no desc, key desc""";
    private static final String BY_DOCUMENT =
            """
            select distinct d.document, u.key
            from supplier_document d join supplier_update u on u.document = d.id
            where d.supplier = ? and d.document = any (?)""";
    private static final String ADOPT =
            """
            update supplier_update u set key = ?
            where supplier = ? and key = ?
                  and not exists (select from supplier_update o
                                  where o.supplier = u.supplier and o.key = ? and o.digest = u.digest)""";
    private static final String GONE =
            """
            update supplier_order set state = null, supplier_no = null, changed_at = ?
            where supplier = ? and key = ?""";
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('inbox ' || ?, 0))";
    private static final String SAY =
            """
            insert into supplier_update (supplier, key, document, part, warnings, said, digest)
            select ?, ?, ?, ?, ?, said::json, md5(said)::uuid from (values (?)) s (said)
            on conflict (supplier, key, digest) do nothing""";
    private static final String ADD =
            """
            insert into supplier_order (supplier, key, changed_at) select ?, key, ? from unnest(?::text[]) key
            on conflict (supplier, key) do nothing""";
    private static final String LOCK =
            "select key, state::text from supplier_order where supplier = ? and key = any (?) order by key for update";
    private static final String SAID =
            """
            select u.key, u.said::text, d.received_at, u.document, u.part, coalesce(u.warnings, d.warnings)
            from supplier_update u join supplier_document d on d.id = u.document
            where u.supplier = ? and u.key = any (?)""";
    private static final String CHANGE =
            """
            update supplier_order set state = ?::json, supplier_no = ?, changed_at = ?, fault = null, document = null
            where supplier = ? and key = ?""";
    private final ObjectMapper json;

    StatementTable(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the keys of orders by the supplier's numbers; the buyer's number if there are two. */
    Map<String, String> bySupplierNumber(Connection connection, String supplier, Collection<String> numbers)
            throws SQLException {
        Map<String, String> keys = new HashMap<>();
        pairs(connection, BY_SUPPLIER_NO, supplier, numbers, keys::put);
        return keys;
    }

    /** Returns the keys of the orders that documents of these ids were about. */
    Map<String, List<String>> byDocument(Connection connection, String supplier, Collection<String> ids)
            throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        pairs(connection, BY_DOCUMENT, supplier, ids, (id, key) -> keys.computeIfAbsent(id, k -> new ArrayList<>())
                .add(key));
        return keys;
    }

    private interface Pair {
        void take(String one, String other);
    }

    private static void pairs(Connection connection, String sql, String supplier, Collection<String> of, Pair pair)
            throws SQLException {
        if (of.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, supplier);
            select.setArray(2, connection.createArrayOf("text", of.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pair.take(row.getString(1), row.getString(2));
                }
            }
        }
    }

    /**
     * Locks the supplier's documents until the end of the transaction: the order that a document belongs to depends on
     * earlier documents, and a notification may arrive during a run.
     */
    void oneAtATime(Connection connection, String supplier) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.setString(1, supplier);
            lock.execute();
        }
    }

    /** Moves what was said of an order under the supplier's number to the buyer's number, and empties the former. */
    void adopt(Connection connection, String supplier, String before, String now, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADOPT)) {
            update.setString(1, now);
            update.setString(2, supplier);
            update.setString(3, before);
            update.setString(4, now);
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(GONE)) {
            update.setObject(1, time(at));
            update.setString(2, supplier);
            update.setString(3, before);
            update.executeUpdate();
        }
    }

    void say(Connection connection, String supplier, List<KeyedStatement> said) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SAY)) {
            for (KeyedStatement one : said) {
                insert.setString(1, supplier);
                insert.setString(2, one.key());
                insert.setLong(3, one.document());
                insert.setInt(4, one.part());
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text",
                                one.warnings().stream()
                                        .map(StorableText::withoutNul)
                                        .toArray()));
                insert.setString(6, write(one.order()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns the orders' states, and locks each order for this transaction; null for new ones. */
    Map<String, String> lock(Connection connection, String supplier, List<String> sortedKeys, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, supplier);
            insert.setObject(2, time(at));
            insert.setArray(3, connection.createArrayOf("text", sortedKeys.toArray()));
            insert.executeUpdate();
        }
        Map<String, String> states = new HashMap<>();
        pairs(connection, LOCK, supplier, sortedKeys, states::put);
        return states;
    }

    /** Returns all that was said of the orders, by key. */
    Map<String, List<OrderStatement>> said(Connection connection, String supplier, Collection<String> keys)
            throws SQLException {
        Map<String, List<OrderStatement>> said = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SAID)) {
            select.setString(1, supplier);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    said.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new OrderStatement(
                                    json.readValue(row.getString(2), SupplierOrder.class),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getLong(4),
                                    row.getInt(5),
                                    List.of((String[]) row.getArray(6).getArray())));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }

    void change(Connection connection, String supplier, Collection<RefoldedOrder> orders, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            for (RefoldedOrder order : orders) {
                update.setString(1, order.text());
                update.setString(2, order.state().supplierNumber());
                update.setObject(3, time(at));
                update.setString(4, supplier);
                update.setString(5, order.key());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String hex(byte[] digest) {
        return java.util.HexFormat.of().formatHex(digest);
    }
}
