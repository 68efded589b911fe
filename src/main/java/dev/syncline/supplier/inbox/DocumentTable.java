package dev.syncline.supplier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.document.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Stores documents as they were received; each method is one statement in its caller's transaction. */
@ApplicationScoped
class DocumentTable {
    private static final String KNOWN = "select digest from supplier_document where supplier = ? and digest = any (?)";
    private static final String INSERT =
            """
            insert into supplier_document
                (supplier, received_at, digest, document, type, content, warnings, answer, answer_type)
            select ?, ?, digest, document, type, content, array(select json_array_elements_text(warnings::json)), answer,
                   answer_type
            from unnest(?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::text[]) with ordinality
                as d (digest, document, type, content, warnings, answer, answer_type, place)
            order by place
            on conflict (supplier, digest) do nothing
            returning id, digest""";

    private final ObjectMapper json;

    DocumentTable(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the digests, as text, of the documents that were received before. */
    Set<String> known(Connection connection, String supplier, Collection<byte[]> digests) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, supplier);
            select.setArray(2, connection.createArrayOf("bytea", digests.toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(StatementTable.hex(row.getBytes(1)));
                }
            }
        }
        return known;
    }

    /** Inserts the documents that are new, and returns them by number, in the order in which they were received. */
    Map<Long, ReceivedDocument> insert(
            Connection connection,
            String supplier,
            Collection<ReceivedDocument> documents,
            Instant at,
            boolean toBeAnswered)
            throws SQLException {
        Map<String, ReceivedDocument> byDigest = new HashMap<>();
        documents.forEach(document -> byDigest.putIfAbsent(StatementTable.hex(document.digest()), document));
        Map<Long, ReceivedDocument> added = new TreeMap<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, supplier);
            insert.setObject(2, StatementTable.time(at));
            insert.setArray(3, binary(connection, documents, ReceivedDocument::digest));
            insert.setArray(4, text(connection, documents, document -> StorableText.withoutNul(document.id())));
            insert.setArray(5, text(connection, documents, document -> StorableText.withoutNul(document.type())));
            insert.setArray(6, binary(connection, documents, ReceivedDocument::content));
            insert.setArray(7, text(connection, documents, this::warnings));
            insert.setArray(8, binary(connection, documents, d -> toBeAnswered ? d.answer() : null));
            insert.setArray(9, text(connection, documents, d -> toBeAnswered ? d.answerType() : null));
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    added.put(row.getLong(1), byDigest.get(StatementTable.hex(row.getBytes(2))));
                }
            }
        }
        return added;
    }

    private String warnings(ReceivedDocument document) {
        try {
            return json.writeValueAsString(
                    document.warnings().stream().map(StorableText::withoutNul).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Array text(
            Connection connection, Collection<ReceivedDocument> documents, Function<ReceivedDocument, String> value)
            throws SQLException {
        return connection.createArrayOf("text", documents.stream().map(value).toArray());
    }

    private static Array binary(
            Connection connection, Collection<ReceivedDocument> documents, Function<ReceivedDocument, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", documents.stream().map(value).toArray(byte[][]::new));
    }
}
