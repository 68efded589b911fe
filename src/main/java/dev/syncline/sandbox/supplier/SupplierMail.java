package dev.syncline.sandbox.supplier;

import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.partner.PartnerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Answers with the documents of a supplier, a page at a time, and stores the acknowledgements of them. */
@ApplicationScoped
public class SupplierMail {
    private static final String ALL =
            """
            select id, at, content from supplier_document
            where supplier = ? and not held and id > ? and at >= ? and at < ? and number = coalesce(?, number)
            order by id limit ?
            """;

    /** Selects the last document of each order, for suppliers that answer orders. */
    private static final String LATEST =
            """
            select id, at, content from supplier_document
            where id in (select max(id) from supplier_document
                         where supplier = ? and not held and at >= ? and at < ? and number = coalesce(?, number)
                         group by number having max(id) > ? order by 1 limit ?)
            order by id
            """;

    private final DataSource database;
    private final PartnerStore log;

    SupplierMail(SandboxPools pools, PartnerStore log) {
        this.database = pools.of("sandbox");
        this.log = log;
    }

    /** A document that was sent. */
    record Letter(long id, Instant at, Document document) {}

    /**
     * A page of documents.
     *
     * @param next the cursor of the next page; null on the last
     */
    record Page(List<Letter> letters, String next) {
        List<Document> documents() {
            return letters.stream().map(Letter::document).toList();
        }
    }

    /**
     * Returns a page of documents.
     *
     * @param since inclusive, by when documents were sent; null for no bound
     * @param until exclusive; null for no bound
     * @param number of an order; null for all
     */
    Page page(SupplierSystem supplier, Instant since, Instant until, String number, String cursor, int limit) {
        boolean latest = supplier.polling() == SupplierSystem.Polling.ORDERS;
        long after = after(cursor);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(latest ? LATEST : ALL)) {
            int index = 1;
            statement.setString(index++, supplier.name());
            if (!latest) {
                statement.setLong(index++, after);
            }
            statement.setObject(index++, utc(since == null ? Instant.EPOCH : since));
            statement.setObject(index++, until == null ? OffsetDateTime.MAX : utc(until));
            statement.setString(index++, number);
            if (latest) {
                statement.setLong(index++, after);
            }
            statement.setInt(index, limit + 1);
            List<Letter> letters = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            SupplierStore.document(row.getString(3))));
                }
            }
            boolean more = letters.size() > limit;
            List<Letter> page = more ? letters.subList(0, limit) : letters;
            log.logRead(supplier.name(), number == null ? "documents" : "orders", page.size());
            return new Page(page, more ? "c" + page.get(limit - 1).id() : null);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("c\\d{1,18}")) {
            throw new SandboxProblem(400, "The cursor is not one of this list");
        }
        return Long.parseLong(cursor.substring(1));
    }

    /** Returns the number of the interchange of these documents; the same each time. */
    long interchange(SupplierSystem supplier, List<Long> ids) {
        String all = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        String sql =
                """
                insert into supplier_interchange (supplier, documents) values (?, ?)
                on conflict (supplier, documents) do update set documents = excluded.documents
                returning number
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier.name());
            statement.setObject(2, UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void acknowledge(SupplierSystem supplier, String contentType, byte[] content) {
        String sql = "insert into supplier_acknowledgement (supplier, content_type, content) values (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier.name());
            statement.setString(2, contentType);
            statement.setString(3, new String(content, supplier.writer().charset()).replace('\0', ' '));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        log.logRead(supplier.name(), "acknowledgements", 1);
    }

    /** Returns the acknowledgements, the newest first. */
    List<String> acknowledgements(SupplierSystem supplier, int limit) {
        String sql = "select content from supplier_acknowledgement where supplier = ? order by id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier.name());
            statement.setInt(2, limit);
            List<String> contents = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    contents.add(row.getString(1));
                }
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
