package dev.syncline.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hub of an older version that was killed in the midst of its work, and the ERP that it worked with. The README in the
 * folder tells what is in it, and how it is made.
 */
public final class HubDump {
    public static final Path FOLDER = Path.of("src/test/resources/upgrade");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLES =
            """
            select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped
            group by c.relname""";

    /** A row of the dump has columns that stand in its part's row since. */
    private static final String WITH_PART =
            """
            (select i.*, p.phase, p.checkpoint, p.waiting_until, p.progressed_at, p.vain, p.owner, p.lease_until, p.fence
             from %s i join sync_work_part p on p.kind = '%s' and p.item = i.id) items""";

    private HubDump() {}

    /** Where the columns that a table of the dump has are found after the migrations. */
    public static String migrated(String table) {
        return switch (table) {
            case "sync_run" -> WITH_PART.formatted(table, "RUN");
            case "sync_reconciliation" -> WITH_PART.formatted(table, "RECONCILIATION");
            default -> table;
        };
    }

    /**
     * Fills an empty database.
     *
     * @param session not to be used for anything else after
     * @param name {@code hub} or {@code erp}
     */
    public static void restore(Connection session, String name) throws SQLException, IOException {
        try (Statement statement = session.createStatement()) {
            statement.execute(Files.readString(FOLDER.resolve(name + ".sql")));
        }
    }

    /** The columns of each table, with commas between. */
    public static Map<String, String> tables(Connection session) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    /** Rows of a table; of each, these columns. */
    public static List<ObjectNode> rows(Connection session, String table, String columns, String condition)
            throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select to_jsonb(r) from (select " + columns + " from " + table
                        + " where " + condition + ") r order by r::text")) {
            List<ObjectNode> rows = new ArrayList<>();
            while (row.next()) {
                rows.add((ObjectNode) JSON.readTree(row.getString(1)));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
