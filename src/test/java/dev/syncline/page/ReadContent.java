package dev.syncline.page;

import dev.syncline.judge.Content;
import dev.syncline.sql.SqlReading;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The content of records as it is made of what a database holds. */
public final class ReadContent {
    private ReadContent() {}

    /** Of the only row of a table with the key {@code id}. */
    public static String of(DataSource source, String table) throws SQLException {
        SqlPages pages = new SqlPages();
        try {
            SqlQuery query = new SqlQuery(
                    "r", "select * from " + table, List.of("id"), "", "", List.of(), ZoneId.of("Europe/Berlin"));
            ReadRequest request = new ReadRequest(1, "r", Window.ALL, Depth.SHALLOW, null, null, 10);
            return content(pages.read(query, source, new NoMemory(), request)
                    .rows()
                    .get(0)
                    .fields());
        } finally {
            pages.close();
        }
    }

    /** Of a column {@code v} that the driver gives so. */
    public static String of(SqlReading dialect, ResultSet row, int jdbcType, String typeName) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", dialect.read(row, 1, dialect.type(jdbcType, typeName), typeName));
        return content(fields);
    }

    private static String content(Map<String, Object> fields) {
        return new String(new Content.Writer().of(fields).json(), StandardCharsets.UTF_8);
    }
}
