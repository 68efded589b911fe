package dev.syncline.supplier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.inbox.OrderDocument.Content;
import dev.syncline.supplier.inbox.OrderDocument.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the documents that made an order what it is, and those about it that cannot be read. */
@ApplicationScoped
public class OrderDocuments {
    /** How much of a long document is read before the place that names the order. */
    private static final int BEFORE_THE_ORDER = 4_000;

    private static final String DOCUMENTS =
            """
            select d.id, d.type, d.received_at, array_to_json(d.warnings)::text,
                   (select json_agg(json_build_object(
                               'kind', u.said ->> 'kind', 'number', u.said ->> 'number', 'at', u.said ->> 'at',
                               'warnings', array_to_json(u.warnings)) order by u.part)::text
                    from supplier_update u
                    where u.supplier = asked.supplier and u.key = asked.key and u.document = d.id),
                   (select max(o.fault)
                    from supplier_unread n join supplier_order o on o.supplier = n.supplier and o.key = n.fault
                    where n.supplier = asked.supplier and n.key = asked.key and o.document = d.id),
                   octet_length(d.content), part.begins,
                   substring(d.content from greatest(1, part.begins + 1 - asked.margin)
                             for asked.most + least(part.begins, asked.margin) + asked.margin)
            from (values (?, ? collate "C", ?::bigint, ?::bigint, ?, ?, ?, ?))
                     as asked (supplier, key, before, id, documents, most, lead, margin)
                cross join lateral (
                    select document
                    from (select u.document from supplier_update u
                          where u.supplier = asked.supplier and u.key = asked.key
                          union
                          select o.document
                          from supplier_unread n join supplier_order o on o.supplier = n.supplier and o.key = n.fault
                          where n.supplier = asked.supplier and n.key = asked.key and o.fault is not null) as all_of_it
                    where document < asked.before and (asked.id is null or document = asked.id)
                    order by document desc limit asked.documents) as about
                join supplier_document d on d.id = about.document
                cross join lateral (
                    select case when octet_length(d.content) > asked.most
                           then least(octet_length(d.content) - asked.most,
                                      greatest(0, position(convert_to(asked.key, 'UTF8') in d.content) - 1 - asked.lead))
                           else 0 end as begins) as part
            order by d.id desc""";

    private final DataSource hub;
    private final ObjectMapper json;

    OrderDocuments(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /**
     * Returns documents about an order, those that came last first.
     *
     * @param before only documents with a smaller number
     * @param most how many bytes of each are read; of a longer one, those around the place that names the order
     */
    @Transactional(rollbackOn = Exception.class)
    public List<OrderDocument> list(Supplier supplier, String key, long before, int limit, int most)
            throws SQLException {
        return read(supplier, key, before, null, limit, most);
    }

    /** Returns a document about an order; empty if it is not about it. */
    @Transactional(rollbackOn = Exception.class)
    public Optional<OrderDocument> find(Supplier supplier, String key, long id, int most) throws SQLException {
        return read(supplier, key, Long.MAX_VALUE, id, 1, most).stream().findFirst();
    }

    private List<OrderDocument> read(Supplier supplier, String key, long before, Long id, int limit, int most)
            throws SQLException {
        List<OrderDocument> documents = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(DOCUMENTS)) {
            select.setString(1, supplier.system());
            select.setString(2, key);
            select.setLong(3, before);
            select.setObject(4, id);
            select.setInt(5, limit);
            select.setInt(6, most);
            select.setInt(7, BEFORE_THE_ORDER);
            select.setInt(8, DocumentText.MARGIN);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.add(document(row, most));
                }
            }
        }
        return documents;
    }

    private OrderDocument document(ResultSet row, int most) throws SQLException {
        JsonNode statements = read(row.getString(5));
        List<Said> said = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        // Documents that were received by an older version do not say which warnings are of which order.
        boolean isOld = statements.isEmpty();
        for (JsonNode statement : statements) {
            said.add(new Said(
                    statement.path("kind").asText(),
                    text(statement.path("number")),
                    instant(text(statement.path("at")))));
            isOld = isOld || statement.path("warnings").isNull();
            statement.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        }
        if (isOld) {
            read(row.getString(4)).forEach(warning -> warnings.add(warning.asText()));
        }
        byte[] bytes = row.getBytes(9);
        long size = row.getLong(7);
        long begins = row.getLong(8);
        return new OrderDocument(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                said,
                warnings.stream().distinct().toList(),
                row.getString(6),
                bytes == null
                        ? null
                        : new Content(
                                DocumentText.of(bytes, margin(begins), margin(size - begins - most)),
                                begins,
                                size,
                                size <= most));
    }

    /** @param bytes of the document that are on that side of the part */
    private static int margin(long bytes) {
        return (int) Math.max(0, Math.min(DocumentText.MARGIN, bytes));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text == null ? "[]" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
