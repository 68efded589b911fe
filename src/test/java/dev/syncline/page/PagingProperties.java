package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;

/** Over any table: ties in changed-at, nulls, keys of every type, awkward characters. */
@PropertyDefaults(tries = 150)
class PagingProperties {
    private static final Instant BASE = Instant.parse("2026-03-29T00:30:00Z");
    private static final char[] AWKWARD = "aA |\\/'\"%_?:{}$€äß日\u00a0\t\n\u0001".toCharArray();

    /** The types that the columns of a key have. */
    enum KeyType {
        BIGINT("bigint"),
        NUMERIC("numeric"),
        TEXT("text"),
        UUID("uuid"),
        DATE("date"),
        TIMESTAMP("timestamp"),
        BOOLEAN("boolean"),
        TEXT_AND_NUMBER("text");

        private final String column;

        KeyType(String column) {
            this.column = column;
        }

        Object value(Entry entry) {
            if (this == TEXT || this == TEXT_AND_NUMBER) {
                return entry.text();
            }
            Integer n = entry.number();
            if (n == null) {
                return null;
            }
            return switch (this) {
                case NUMERIC -> new BigDecimal(n).movePointLeft(1);
                case UUID -> new UUID(0, n);
                case DATE -> LocalDate.EPOCH.plusDays(n);
                case TIMESTAMP -> LocalDateTime.of(2026, 1, 1, 0, 0).plusNanos(n * 1_000L);
                case BOOLEAN -> n % 2 == 0;
                default -> n.longValue();
            };
        }
    }

    /**
     * A row; numbers and texts are of so small a stock that some tie.
     *
     * @param at step of its changed-at; null where it has none
     */
    record Entry(Integer number, String text, Integer at) {}

    record Table(KeyType type, List<Entry> entries) {}

    private final SqlPages pages = new SqlPages();

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Integer> number = Arbitraries.integers().between(-3, 12).injectNull(0.1);
        Arbitrary<String> text = Arbitraries.strings()
                .withChars(AWKWARD)
                .ofMaxLength(3)
                .map(part -> part.length() == 3 ? part + "😀" : part)
                .injectNull(0.1);
        Arbitrary<Integer> at = Arbitraries.integers().between(0, 5).injectNull(0.15);
        Arbitrary<Entry> entry = Combinators.combine(number, text, at).as(Entry::new);
        return Combinators.combine(Arbitraries.of(KeyType.class), entry.list().ofMaxSize(30))
                .as(Table::new);
    }

    @AfterTry
    void close() {
        pages.close();
    }

    @Property
    void everyRowIsReadOnceAndInOrderWhateverThePageSize(
            @ForAll("tables") Table table, @ForAll @IntRange(min = 1, max = 12) int size, @ForAll boolean held)
            throws SQLException {
        fill(table);
        List<Row> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page page = read(table, Window.ALL, cursor, size, held);
            rows.addAll(page.rows());
            cursor = page.next();
            assertTrue(page.rows().size() >= size || cursor == null, "a page is full, or the last one");
        } while (cursor != null);
        assertEquals(IntStream.range(0, table.entries().size()).boxed().toList(), ids(rows));
        for (int n = 1; n < rows.size(); n++) {
            Long before = rows.get(n - 1).changedAt();
            Long here = rows.get(n).changedAt();
            assertTrue(here == null || before != null && before <= here, before + " before " + here);
        }
    }

    @Property(tries = 60)
    void fromAnyCursorComesExactlyTheRest(@ForAll("tables") Table table, @ForAll @IntRange(min = 1, max = 12) int size)
            throws SQLException {
        fill(table);
        List<Row> all = read(table, Window.ALL, null, 1000, true).rows();
        Page page = read(table, Window.ALL, null, size, true);
        int seen = page.rows().size();
        while (page.next() != null) {
            List<Row> rest = read(table, Window.ALL, page.next(), 1000, false).rows();
            assertEquals(ids(all.subList(seen, all.size())), ids(rest));
            page = read(table, Window.ALL, page.next(), size, true);
            seen += page.rows().size();
        }
        assertEquals(all.size(), seen);
    }

    @Property
    void aWindowHoldsWhatChangedInItAndNothingElse(
            @ForAll("tables") Table table,
            @ForAll @IntRange(min = 0, max = 7) int from,
            @ForAll @IntRange(min = 0, max = 7) int to,
            @ForAll boolean withUnknown)
            throws SQLException {
        fill(table);
        boolean hasLower = from < 7;
        boolean hasUpper = to < 7;
        List<Integer> expected = new ArrayList<>();
        for (int id = 0; id < table.entries().size(); id++) {
            Integer step = table.entries().get(id).at();
            boolean isIn = step == null
                    ? withUnknown || !hasLower && !hasUpper
                    : (!hasLower || step >= from) && (!hasUpper || step < to);
            if (isIn) {
                expected.add(id);
            }
        }
        Window window = new Window(hasLower ? at(from) : null, hasUpper ? at(to) : null, null, withUnknown);
        assertEquals(expected, ids(read(table, window, null, 1000, true).rows()));
    }

    @Property
    void aKeyFindsItsRowsAndNoOthers(@ForAll("tables") Table table) throws SQLException {
        fill(table);
        Map<String, List<Row>> byKey = new HashMap<>();
        for (Row row : read(table, Window.ALL, null, 1000, true).rows()) {
            if (row.key() != null) {
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
            }
        }
        for (var rows : byKey.entrySet()) {
            Page page = pages.read(
                    query(table),
                    PlainPostgres.source(),
                    new NoMemory(),
                    new ReadRequest(2, "r", Window.ALL, Depth.SHALLOW, List.of(rows.getKey(), "\0"), null, 1));
            assertEquals(ids(rows.getValue()), ids(page.rows()), rows.getKey());
            boolean isShared = rows.getValue().size() > 1;
            assertEquals(isShared && !rows.getKey().isBlank(), page.duplicates().contains(rows.getKey()));
        }
    }

    /** Whoever writes between the pages: what a run missed, the next one finds from where that one began. */
    @Property
    void whatChangesBetweenThePagesIsNotLost(
            @ForAll("tables") Table table,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll boolean held,
            @ForAll Random random)
            throws SQLException {
        fill(table);
        Map<Integer, String> copy = new HashMap<>();
        int step = 10;
        Page page = read(table, Window.ALL, null, size, held);
        page.rows().forEach(row -> take(copy, row));
        while (page.next() != null) {
            change(random, ++step);
            page = read(table, Window.ALL, page.next(), size, held);
            page.rows().forEach(row -> take(copy, row));
        }
        Window since = new Window(at(10), null, null, true);
        read(table, since, null, 1000, true).rows().forEach(row -> take(copy, row));
        for (Row row : read(table, Window.ALL, null, 1000, true).rows()) {
            assertEquals(note(row), copy.get(id(row)), "entry " + id(row));
        }
    }

    private static void change(Random random, int step) throws SQLException {
        String time = "'" + at(step) + "'";
        execute(
                switch (random.nextInt(3)) {
                    case 0 ->
                        "insert into entries (id, note, touched) values (" + (1000 + step) + ", 'new', " + time + ")";
                    case 1 -> "delete from entries where id = " + random.nextInt(30);
                    default ->
                        "update entries set note = '" + step + "', touched = " + time + " where id % 5 = "
                                + random.nextInt(5);
                });
    }

    private static void fill(Table table) throws SQLException {
        execute("drop table if exists entries");
        execute("create table entries (id integer, k " + table.type().column
                + ", n bigint, note text, touched timestamptz)");
        try (Connection connection = PlainPostgres.source().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into entries values (?, cast(? as " + table.type().column + "), ?, 'old', ?)")) {
            for (int id = 0; id < table.entries().size(); id++) {
                Entry entry = table.entries().get(id);
                insert.setObject(1, id);
                insert.setString(2, Objects.toString(table.type().value(entry), null));
                insert.setObject(
                        3, entry.number() == null ? null : entry.number().longValue());
                insert.setObject(
                        4,
                        entry.at() == null ? null : at(entry.at()).atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = PlainPostgres.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant at(int step) {
        return BASE.plusSeconds(1800L * step);
    }

    private static SqlQuery query(Table table) {
        // A name of its own for each type: the columns of a query are remembered.
        return new SqlQuery(
                table.type().name(),
                "select id, k, n, note, touched from entries",
                table.type() == KeyType.TEXT_AND_NUMBER ? List.of("k", "n") : List.of("k"),
                "touched",
                "",
                List.of(),
                ZoneId.of("Europe/Berlin"));
    }

    private Page read(Table table, Window window, String cursor, int size, boolean held) throws SQLException {
        // A read of its own, where the cursor is not held.
        SqlPages reader = held ? pages : new SqlPages();
        try {
            return reader.read(
                    query(table),
                    PlainPostgres.source(),
                    new NoMemory(),
                    new ReadRequest(1, "r", window, Depth.SHALLOW, null, cursor, size));
        } finally {
            if (!held) {
                reader.close();
            }
        }
    }

    private static void take(Map<Integer, String> copy, Row row) {
        copy.put(id(row), note(row));
    }

    private static String note(Row row) {
        return (String) row.fields().get("note");
    }

    private static List<Integer> ids(List<Row> rows) {
        return rows.stream().map(PagingProperties::id).sorted().toList();
    }

    private static int id(Row row) {
        return ((Number) row.fields().get("id")).intValue();
    }
}
