package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.database.SandboxScripts;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Stores the suppliers' orders, and the documents that they sent. */
@ApplicationScoped
public class SupplierStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DataSource database;

    SupplierStore(SandboxPools pools) {
        this.database = pools.of("sandbox");
    }

    public static void createTables(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SandboxScripts.read("supplier.sql"));
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot create its suppliers", e);
        }
    }

    /** Work on the orders in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Order> order(String supplier, String number) {
        return inTransaction(connection -> Optional.ofNullable(
                orders(connection, supplier, List.of(number)).get(number)));
    }

    /** Returns the orders that the supplier has, locked for this transaction. */
    Map<String, Order> orders(Connection connection, String supplier, Collection<String> numbers) throws SQLException {
        String sql = "select number, content from supplier_order where supplier = ? and number = any (?)"
                + " order by number for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier);
            statement.setArray(2, connection.createArrayOf("text", numbers.toArray()));
            Map<String, Order> orders = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    orders.put(row.getString(1), parse(row.getString(2), Order.class));
                }
            }
            return orders;
        }
    }

    void save(Connection connection, String supplier, List<Order> orders) throws SQLException {
        String sql =
                """
                insert into supplier_order (supplier, number, content)
                select ?, number, content::jsonb from unnest(?::text[], ?::text[]) sent (number, content)
                on conflict (supplier, number) do update set content = excluded.content
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", orders.stream().map(Order::reference).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", orders.stream().map(SupplierStore::text).toArray()));
            statement.execute();
        }
    }

    /** Sends documents; a held one is not answered before it is released. */
    List<Long> send(Connection connection, String supplier, List<Document> documents, boolean held)
            throws SQLException {
        String sql =
                """
                insert into supplier_document (supplier, number, content, held)
                select ?, number, content::jsonb, ?
                from unnest(?::text[], ?::text[]) with ordinality sent (number, content, place) order by place
                returning id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier);
            statement.setBoolean(2, held);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            documents.stream()
                                    .map(document -> document.order().reference())
                                    .toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", documents.stream().map(SupplierStore::text).toArray()));
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }

    /** Returns the last document that was sent of the order. */
    Optional<Document> last(Connection connection, String supplier, String number) throws SQLException {
        String sql = "select content from supplier_document where supplier = ? and number = ? and not held"
                + " order by id desc limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier);
            statement.setString(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(parse(row.getString(1), Document.class)) : Optional.empty();
            }
        }
    }

    /** Removes the held documents of the order, and returns them, the oldest first. */
    List<Document> letGo(Connection connection, String supplier, String number) throws SQLException {
        String sql =
                """
                with gone as (
                    delete from supplier_document where supplier = ? and number = ? and held returning id, content
                )
                select content from gone order by id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier);
            statement.setString(2, number);
            List<Document> documents = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    documents.add(parse(row.getString(1), Document.class));
                }
            }
            return documents;
        }
    }

    static Document document(String content) {
        return parse(content, Document.class);
    }

    private static <T> T parse(String content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
