package dev.syncline.supplier.inbox;

import dev.syncline.document.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores documents that cannot be read, in its caller's transaction. */
@ApplicationScoped
class UnreadDocumentTable {
    private static final String TAKEN =
            "select from supplier_order where supplier = ? and key = ? and fault is not null and document <> ?";
    private static final String KEEP =
            """
            insert into supplier_order (supplier, key, changed_at, fault, document) values (?, ?, ?, ?, ?)
            on conflict (supplier, key)
            do update set changed_at = excluded.changed_at, fault = excluded.fault, document = excluded.document""";
    private static final String NAME =
            """
            insert into supplier_unread (supplier, key, fault, types)
            select ?, key, ?, ? from unnest(?::text[]) key
            on conflict (supplier, key, fault) do update set types = excluded.types""";
    private static final String OPEN =
            """
            select o.key, o.document, d.document, d.type,
                   case when d.document is null or d.type is null then substring(d.content from 1 for 16384) end,
                   u.key, u.types
            from supplier_order o
            join supplier_document d on d.id = o.document
            left join supplier_unread u on u.supplier = o.supplier and u.fault = o.key
            where o.supplier = ? and o.fault is not null
                  and (o.document = any (?) or d.document = any (?)
                       or o.key in (select fault from supplier_unread where supplier = ? and key = any (?)))
            order by o.document desc limit 5000""";
    private static final String READ =
            "delete from supplier_unread where supplier = ? and fault = ? and (? or key = any (?)) returning key";
    private static final String MEND =
            """
            update supplier_order o set fault = null, changed_at = ?
            where supplier = ? and key = ? and fault is not null
                  and not exists (select from supplier_unread u where u.supplier = o.supplier and u.fault = o.key)""";
    private static final String NAMED = "select distinct key from supplier_unread where supplier = ? and key = any (?)";

    /**
     * Stores a fault.
     *
     * @param other the key to use if another document has the key
     * @return the key under which it is stored
     */
    String keep(
            Connection connection,
            String supplier,
            String plain,
            String other,
            UnreadDocuments.Fault fault,
            Instant now)
            throws SQLException {
        String key = isTaken(connection, supplier, plain, fault.id()) ? other : plain;
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, supplier);
            insert.setString(2, key);
            insert.setObject(3, StatementTable.time(now));
            insert.setString(4, StorableText.withoutNul(fault.text()));
            insert.setLong(5, fault.id());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(NAME)) {
            insert.setString(1, supplier);
            insert.setString(2, key);
            insert.setArray(3, text(connection, fault.types()));
            insert.setArray(4, text(connection, fault.orders()));
            insert.executeUpdate();
        }
        return key;
    }

    private static boolean isTaken(Connection connection, String supplier, String key, long document)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setString(1, supplier);
            select.setString(2, key);
            select.setLong(3, document);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Returns the faults that one of the documents may resolve. */
    Collection<UnreadDocument> open(Connection connection, String supplier, Collection<InboxDocument> documents)
            throws SQLException {
        Map<String, UnreadDocument> open = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setString(1, supplier);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", documents.stream().map(InboxDocument::id).toArray()));
            select.setArray(3, text(connection, all(documents, read -> Stream.ofNullable(read.number()))));
            select.setString(4, supplier);
            select.setArray(5, text(connection, all(documents, read -> read.keys().stream())));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String key = row.getString(1);
                    UnreadDocument fault = open.computeIfAbsent(key, UnreadDocument::new);
                    fault.document = row.getLong(2);
                    fault.number = row.getString(3);
                    fault.type = row.getString(4);
                    byte[] content = row.getBytes(5);
                    fault.text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
                    if (row.getString(6) != null) {
                        fault.orders.add(row.getString(6));
                        fault.types.addAll(List.of((String[]) row.getArray(7).getArray()));
                    }
                }
            }
        }
        return open.values();
    }

    private static Set<String> all(Collection<InboxDocument> documents, Function<InboxDocument, Stream<String>> texts) {
        return documents.stream().flatMap(texts).collect(Collectors.toSet());
    }

    /**
     * Removes orders from a fault, as they can be read by now; resolves the fault when none is left.
     *
     * @param orders null for all
     * @return the orders that were removed
     */
    List<String> mend(Connection connection, String supplier, String fault, Set<String> orders, Instant now)
            throws SQLException {
        List<String> read = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(READ)) {
            delete.setString(1, supplier);
            delete.setString(2, fault);
            delete.setBoolean(3, orders == null);
            delete.setArray(4, text(connection, orders == null ? Set.of() : orders));
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    read.add(row.getString(1));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(MEND)) {
            update.setObject(1, StatementTable.time(now));
            update.setString(2, supplier);
            update.setString(3, fault);
            update.executeUpdate();
        }
        return read;
    }

    /** Returns the orders that another unreadable document names. */
    Set<String> stillNamed(Connection connection, String supplier, Collection<String> orders) throws SQLException {
        Set<String> named = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setString(1, supplier);
            select.setArray(2, text(connection, orders));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    named.add(row.getString(1));
                }
            }
        }
        return named;
    }

    private static Array text(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.stream().map(StorableText::withoutNul).toArray());
    }
}
