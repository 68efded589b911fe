package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.database.SandboxPools;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Answers with the records of the partner systems, row by row. */
@ApplicationScoped
public class PartnerReader {
    private static final String ITEM =
            "select key, data || case when active then '{}' else '{\"active\": false}' end::jsonb from record"
                    + " where collection = ? and not deleted";
    private final DataSource database;
    private final PartnerStore store;

    PartnerReader(SandboxPools pools, PartnerStore store) {
        this.database = pools.of("sandbox");
        this.store = store;
    }

    /** Writes a page of records with their times of change; the first page with their number. */
    void records(String system, String entity, RecordQuery query, RecordForm form, OutputStream out)
            throws IOException {
        String idPrefix = PartnerSystem.named(system).idPrefix();
        List<Object> values = new ArrayList<>();
        String where = where(query, store.collection(system, entity), values);
        try (Connection connection = database.getConnection();
                JsonGenerator json = SandboxJson.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            if (query.after() == null) {
                json.writeNumberField(form.total(), count(connection, where, values));
            } else {
                where += " and (changed_at, key) > (?, ?)";
                values.add(utc(query.after().changedAt()));
                values.add(query.after().key());
            }
            String data = query.children() ? "data" : "data - children";
            String sql = "select key, changed_at, deleted, (" + data
                    + " || case when active then '{}' else '{\"active\": false}' end::jsonb)::text, id from record where "
                    + where + " order by changed_at, key limit " + (query.limit() + 1);
            json.writeArrayFieldStart(form.records());
            RecordQuery.Position last = null;
            boolean more = false;
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet row = statement.executeQuery()) {
                for (int rows = 0; row.next(); rows++) {
                    more = rows == query.limit();
                    if (more) {
                        break;
                    }
                    Instant changedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                    last = new RecordQuery.Position(changedAt, row.getString(1));
                    json.writeStartObject();
                    json.writeStringField(form.key(), last.key());
                    json.writeStringField(form.changedAt(), changedAt.toString());
                    json.writeBooleanField(form.deleted(), row.getBoolean(3));
                    if (form.flat()) {
                        writeFields(json, row.getString(4));
                    } else {
                        json.writeStringField("id", idPrefix + row.getLong(5));
                        json.writeFieldName("data");
                        json.writeRawValue(row.getString(4));
                    }
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeStringField(form.next(), more ? last.cursor() : null);
            json.writeEndObject();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String where(RecordQuery query, int collection, List<Object> values) {
        StringBuilder where = new StringBuilder("collection = ?");
        values.add(collection);
        if (query.changedFrom() != null) {
            where.append(" and changed_at >= ?");
            values.add(utc(query.changedFrom()));
        }
        if (query.changedBefore() != null) {
            where.append(" and changed_at < ?");
            values.add(utc(query.changedBefore()));
        }
        if (query.keys() != null) {
            where.append(" and key = any(?)");
            values.add(query.keys().toArray(String[]::new));
        }
        return where.toString();
    }

    /** Writes {@code {"count":n,"items":[...]}} in key order; a negative limit writes all. */
    void items(String system, String entity, int limit, OutputStream out) throws IOException {
        int collection = store.collection(system, entity);
        try (Connection connection = database.getConnection();
                JsonGenerator json = SandboxJson.MAPPER.createGenerator(out)) {
            // A transaction lets the driver fetch in portions.
            connection.setAutoCommit(false);
            json.writeStartObject();
            json.writeNumberField("count", count(connection, "collection = ? and not deleted", List.of(collection)));
            json.writeArrayFieldStart("items");
            String sql = ITEM + " order by key" + (limit < 0 ? "" : " limit " + limit);
            try (PreparedStatement statement = prepare(connection, sql, List.of(collection))) {
                statement.setFetchSize(1_000);
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    writeItem(json, row);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<String> item(String system, String entity, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        prepare(connection, ITEM + " and key = ?", List.of(store.collection(system, entity), key));
                ResultSet row = statement.executeQuery();
                StringWriter text = new StringWriter();
                JsonGenerator json = SandboxJson.MAPPER.createGenerator(text)) {
            if (!row.next()) {
                return Optional.empty();
            }
            writeItem(json, row);
            json.flush();
            return Optional.of(text.toString());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the counts of deliveries; of all entities if none is named. */
    public String log(String system, String entity) {
        String sql =
                """
                select count(*), coalesce(sum(records), 0), coalesce(sum(duplicates), 0), coalesce(sum(refused), 0)
                from request_log join collection on collection.id = request_log.collection
                where system = ? and entity = coalesce(nullif(?, ''), entity)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, List.of(system, entity == null ? "" : entity));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return SandboxJson.MAPPER
                    .createObjectNode()
                    .put("requests", row.getLong(1))
                    .put("records", row.getLong(2))
                    .put("duplicates", row.getLong(3))
                    .put("refused", row.getLong(4))
                    .toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeItem(JsonGenerator json, ResultSet row) throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("key", row.getString(1));
        writeFields(json, row.getString(2));
        json.writeEndObject();
    }

    /** Writes the fields of an object behind those already written. */
    private static void writeFields(JsonGenerator json, String data) throws IOException {
        if (data.length() > 2) {
            json.writeRaw(',');
            json.writeRaw(data, 1, data.length() - 2);
        }
    }

    private static long count(Connection connection, String where, List<Object> values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, "select count(*) from record where " + where, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
        return statement;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
