package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a route's own query cannot work out. */
class FailingCastsTest {
    private static final String ROWS = " from (values ('1', '2026-01-02'), ('12a', '31-Feb-15'), ('3', '')) v(no, day)";

    private final SqlPages pages = new SqlPages();

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no::integer", "day::date", "1 / nullif(length(day), 9)::integer / (length(day) - 10)",
                "to_date(day, 'YYYY-MM-DD')", "no::numeric", "repeat('9', 200000)::numeric * length(no)"
            })
    void areTold(String column) {
        SQLException failure = assertThrows(
                SQLException.class,
                () -> pages.read(
                        query("select no as id, " + column + " as value" + ROWS),
                        PlainPostgres.source(),
                        new NoMemory(),
                        new ReadRequest(1, "route", Window.ALL, Depth.SHALLOW, null, null, 10)));
        assertTrue(InvalidSource.isOfValue(failure), failure.toString());
        String told = InvalidSource.value("a-route", "a-system", failure).getMessage();
        for (String part :
                List.of("Route a-route", "system a-system", failure.getMessage().split("\\n")[0], "case when")) {
            assertTrue(told.contains(part), told);
        }
        assertFalse(told.contains("Position"), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case when no ~ '^[0-9]{1,9}$' then no::integer end",
                "case when day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then day::date end"
            })
    void castsOfWhatFitsGiveEveryRow(String column) throws SQLException {
        Page page = pages.read(
                query("select no as id, " + column + " as value" + ROWS),
                PlainPostgres.source(),
                new NoMemory(),
                new ReadRequest(1, "route", Window.ALL, Depth.SHALLOW, null, null, 10));
        assertEquals(3, page.rows().size());
        assertEquals(
                1,
                page.rows().stream()
                        .filter(row -> "12a".equals(row.key()) && row.fields().get("value") == null)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"245, S0001, true", "8114, S0005, true", "1205, 40001, false", "208, S0002, false", "0, 08006, false"})
    void areKnownInSqlServerByTheirNumbers(int number, String state, boolean isOfValue) {
        assertEquals(isOfValue, InvalidSource.isOfValue(new SQLException("words", state, number)));
    }

    private static SqlQuery query(String sql) {
        return new SqlQuery("a-route", sql, List.of("id"), "", "", List.of(), ZoneId.of("UTC"));
    }
}
