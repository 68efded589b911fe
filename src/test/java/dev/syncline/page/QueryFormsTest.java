package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries as people write them are read like any other: page by page, by key, and what several rows share. */
class QueryFormsTest {
    private enum Database {
        POSTGRESQL,
        MARIADB;

        DataSource source() throws SQLException {
            return this == POSTGRESQL ? PlainPostgres.source() : PlainMariaDb.source();
        }
    }

    private final SqlPages pages = new SqlPages();

    @AfterEach
    void close() {
        pages.close();
    }

    static Stream<Arguments> forms() {
        List<String> everywhere = List.of(
                "select id, at, name from forms;",
                "select id, at, name from forms ; ;",
                "select id, at, name from forms -- all of them",
                "select id, at, name from forms; -- it's all; really",
                "select id, at, name from forms /* it's; all */",
                "-- what? it's all;\nselect id, at, name from forms",
                "select id, at, -- it's \"quoted\"\n name from forms",
                "select id, at, 'a;b -- c ? /* d' as name from forms",
                "select id, at, 'it''s' as name from forms;",
                "with all_of_them as (select * from forms) select id, at, name from all_of_them;",
                "select id, at, name from forms where id < 3 union all select id, at, name from forms where id >= 3",
                "select id, at, max(name) as name from forms group by id, at having count(*) > 0",
                "(select id, at, name from forms)",
                "SELECT id, at, name FROM forms\n\n;\n\n",
                "select id, at, name from forms order by name");
        Stream<String> postgres = Stream.of(
                "select id, at, name, fields ? 'a' as has from forms",
                "select id, at, name, fields ?? 'a' as has from forms",
                "select id, at, name from forms where fields ?| array['a', 'b'] -- or?",
                "select id, at, name from forms where fields ?& array['a'] and '?' = '?';",
                "select id, at, $$it's; -- ?$$ as name from forms;",
                "select id, at, E'it\\'s; ?' as name from forms",
                "select id, at, name from forms /* a /* nested; */ one */;",
                "with recursive n(id) as (select 1 union all select id + 1 from n where id < 5)"
                        + " select n.id, forms.at, name from n join forms on forms.id = n.id");
        Stream<String> mariaDb = Stream.of(
                "select id, at, name from forms # it's; all",
                "select id, at, 'it\\'s; ?' as name from forms;",
                "select id, at, \"it's; ?\" as name from forms",
                "select id, at, name from forms /*!40000 where id > 0 */",
                "select `id`, `at`, `name` from `forms`;");
        return Stream.of(
                        Stream.of(Database.values())
                                .flatMap(database -> everywhere.stream().map(sql -> Arguments.of(database, sql))),
                        postgres.map(sql -> Arguments.of(Database.POSTGRESQL, sql)),
                        mariaDb.map(sql -> Arguments.of(Database.MARIADB, sql)))
                .flatMap(one -> one);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("forms")
    void areReadPageByPageAndByKey(Database database, String sql) throws SQLException {
        table(database);
        SqlQuery query = query(sql);
        assertEquals(List.of("1", "2", "3", "4", "5"), keys(query, database.source()));
        Page named = pages.read(query, database.source(), new NoMemory(), request(List.of("2", "4", "9"), null));
        assertEquals(List.of("2", "4"), named.rows().stream().map(Row::key).toList());
    }

    private List<String> keys(SqlQuery query, DataSource source) throws SQLException {
        List<String> keys = new ArrayList<>();
        String cursor = null;
        do {
            Page page = pages.read(query, source, new NoMemory(), request(null, cursor));
            page.rows().forEach(row -> keys.add(row.key()));
            cursor = page.next();
            pages.close(); // the next page is opened behind the cursor
        } while (cursor != null);
        return keys;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Database.POSTGRESQL, "select * from nowhere", "nowhere"),
                Arguments.of(Database.POSTGRESQL, "select id, at, nam from forms", "column \"nam\" does not exist"),
                Arguments.of(Database.POSTGRESQL, "select id, at from forms; delete from forms", "semicolon"),
                Arguments.of(Database.POSTGRESQL, "select plain as id, at from forms", "json"),
                Arguments.of(Database.POSTGRESQL, "select row(id, name) as id, at from forms", "composite types"),
                Arguments.of(Database.MARIADB, "select id, at, nam from forms", "nam"),
                Arguments.of(Database.MARIADB, "select id, at, ? as name from forms", "'?'"),
                Arguments.of(Database.MARIADB, "call forms()", "is not a select"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void areRefusedInTheDatabasesWords(Database database, String sql, String words) throws SQLException {
        table(database);
        String message = assertThrows(InvalidSource.class, () -> keys(query(sql), database.source()))
                .getMessage();
        assertTrue(message.startsWith("Route r: ") && message.contains(words), message);
        assertTrue(message.matches("(?s).*(Correct|Cure).*") && !message.contains("Position"), message);
    }

    private static void table(Database database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists forms");
            statement.execute(
                    database == Database.POSTGRESQL
                            ? "create table forms (id integer, at timestamp, name varchar(20), fields jsonb,"
                                    + " plain json)"
                            : "create table forms (id integer, at datetime(6), name varchar(20))");
            for (int id = 1; id <= 5; id++) {
                statement.execute("insert into forms (id, at, name) values (" + id + ", '2026-01-0" + id
                        + " 12:00', 'Name " + id + "')");
            }
            if (database == Database.POSTGRESQL) {
                statement.execute("update forms set fields = '{\"a\": 1, \"?\": 2}', plain = '{}'");
            }
        }
    }

    private static SqlQuery query(String sql) {
        return new SqlQuery("r", sql, List.of("id"), "at", "", List.of(), ZoneId.of("UTC"));
    }

    private static ReadRequest request(List<String> keys, String cursor) {
        return new ReadRequest(1, "r", Window.ALL, Depth.SHALLOW, keys, cursor, 2);
    }
}
