package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The orders that one route of the ledger reads, and what became of them. A new one is empty, its route has no history,
 * and its keys are like no other's.
 */
public final class Book {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    private final String route;
    private final String prefix = "B" + NUMBERS.incrementAndGet() + "-";
    private final Database ledger;
    private final Database hub = Database.hub();

    /** @param name of a route {@code ledger-<name>-to-relay} */
    public Book(String name) {
        route = "ledger-" + name + "-to-relay";
        ledger = Ledger.database();
        ledger.execute(
                """
                create table if not exists orders (
                    book text not null, order_no text not null, name text, touched timestamptz, touched_local timestamp,
                    touched_on date, version bigint, primary key (book, order_no))""");
        ledger.execute("create table if not exists order_lines (book text, order_no text, no integer, item text)");
        ledger.execute("delete from orders where book = ?", route);
        ledger.execute("delete from order_lines where book = ?", route);
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", route);
        hub.execute("delete from sync_payload where route = (select id from sync_route where name = ?)", route);
        hub.execute(
                "update sync_route set destination = null, place_since = 0, form_since = 0, changed_by_run = null,"
                        + " watermark = null, watermark_unit = null, success = 0, failed = 0, blocked = 0,"
                        + " on_hold = 0, in_progress = 0 where name = ?",
                route);
    }

    /** Makes the route {@code ledger-<name>-to-relay}, which reads a book. */
    static void route(RouteSet routes, String name, String... parameters) {
        String id = "ledger-" + name + "-to-relay";
        String columns = "select order_no as \"orderNo\", name, touched, touched_local, touched_on, version";
        String rows = " from orders o where book = '" + id + "'";
        String lines = ", coalesce((select json_agg(json_build_object('no', l.no, 'item', l.item) order by l.no)"
                + " from order_lines l where l.book = o.book and l.order_no = o.order_no), '[]') as lines";
        String[] all = Arrays.copyOf(
                new String[] {
                    "source", "ledger",
                    "target", "relay",
                    "key", "orderNo",
                    "query", columns + rows,
                    "deepQuery", columns + lines + rows
                },
                10 + parameters.length);
        System.arraycopy(parameters, 0, all, 10, parameters.length);
        routes.route(id, all);
    }

    public String route() {
        return route;
    }

    public String key(String name) {
        return prefix + name;
    }

    /** Writes an order, touched at that moment and with that version; the local time and the date are Berlin's. */
    public Book put(String name, Instant touched, Long version) {
        OffsetDateTime moment = touched == null ? null : touched.atOffset(ZoneOffset.UTC);
        ledger.execute(
                """
                insert into orders values (?, ?, ?, ?, ?, ?, ?)
                on conflict (book, order_no) do update set touched = excluded.touched,
                    touched_local = excluded.touched_local, touched_on = excluded.touched_on, version = excluded.version""",
                route,
                key(name),
                name,
                moment,
                touched == null ? null : touched.atZone(ZONE).toLocalDateTime(),
                touched == null ? null : touched.atZone(ZONE).toLocalDate(),
                version);
        return this;
    }

    /** Writes orders named by the numbers from 1, touched now. */
    public Book fill(int count) {
        ledger.execute(
                """
                insert into orders (book, order_no, name, touched)
                select ?, ? || n, 'Order ' || n, clock_timestamp() from generate_series(1, ?) n""",
                route,
                prefix,
                count);
        return this;
    }

    public Book put(String name, Instant touched) {
        return put(name, touched, null);
    }

    /** Begins a transaction of its own at the ledger. */
    public Pending begin() {
        return new Pending();
    }

    /** A transaction that is open until it is committed; closed before, it leaves nothing behind. */
    public final class Pending implements AutoCloseable {
        private final Connection connection = ledger.open();
        private final Instant began;

        private Pending() {
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                ResultSet now = statement.executeQuery("select now()");
                now.next();
                began = now.getObject(1, OffsetDateTime.class).toInstant();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** By the source's clock; also what {@code now()} is in it. */
        public Instant began() {
            return began;
        }

        /** Writes an order, touched when the transaction began. */
        public void put(String name, Long version) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into orders (book, order_no, name, touched, version) values (?, ?, ?, now(), ?)")) {
                insert.setString(1, route);
                insert.setString(2, key(name));
                insert.setString(3, name);
                insert.setObject(4, version);
                insert.executeUpdate();
            }
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    /** Replaces an order's lines by one; the order itself stays as it is. */
    public Book line(String name, String item) {
        ledger.execute("delete from order_lines where book = ? and order_no = ?", route, key(name));
        return line(1, name, item);
    }

    /** Removes an order's lines; the order itself stays as it is. */
    public void bare(String name) {
        ledger.execute("delete from order_lines where book = ? and order_no = ?", route, key(name));
    }

    /** Adds a line of that number to an order. */
    public Book line(int no, String name, String item) {
        ledger.execute("insert into order_lines values (?, ?, ?, ?)", route, key(name), no, item);
        return this;
    }

    public void rename(String name, String to) {
        ledger.execute("update orders set name = ? where book = ? and order_no = ?", to, route, key(name));
    }

    public void remove(String name) {
        ledger.execute("delete from orders where book = ? and order_no = ?", route, key(name));
    }

    /** The ledger's own clock. */
    public Instant now() {
        return ledger.value(OffsetDateTime.class, "select clock_timestamp()").toInstant();
    }

    /** Runs the route; the run must be a success. */
    public JsonPath run(String query) {
        JsonPath run = Api.run(route, query);
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    /** The names of the orders that the relay has. */
    public Set<String> delivered() {
        return Api.keysHeld("relay", route).stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the relay has of an order; empty values where it has none. */
    public JsonPath held(String name) {
        return Api.item("relay", route, key(name));
    }

    /** How many records of this route have been sent to the relay, ever. */
    public int sent() {
        return Api.sent("relay", route);
    }

    /** In the unit of the route's changed-at; null before its first complete run. */
    public Long watermark() {
        return hub.value(Long.class, "select watermark from sync_route where name = ?", route);
    }

    public void watermark(long value, String unit) {
        hub.execute("update sync_route set watermark = ?, watermark_unit = ? where name = ?", value, unit, route);
    }
}
