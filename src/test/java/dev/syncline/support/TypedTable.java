package dev.syncline.support;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A table of the ledger whose key is of a certain type, and the route that brings its rows to the relay. */
public enum TypedTable {
    BYTEA("bytea", "'\\x00ff10'", "'\\x0102030405060708090a0b0c0d0e0f10'", "'\\xfbff'"),
    UUID("uuid", "'123e4567-e89b-12d3-a456-426655440000'", "'223E4567-E89B-12D3-A456-426655440000'"),
    CITEXT("citext", "'Ab'", "'cd'"),
    PADDED("char(6)", "'ab'", "'c d'"),
    ENUM("mood", "'sad'", "'happy'"),
    DOMAIN("share", "1.50", "12"),
    NUMBER("numeric", "1e300", "'NaN'", "0.000001"),
    FRACTION("double precision", "0.1", "1e300", "'Infinity'", "'NaN'"),
    DATE("date", "'2026-02-28'", "'infinity'", "'0044-03-15 BC'", "'12345-01-02'"),
    LOCAL("timestamp", "'2026-02-28 12:30'", "'infinity'", "'0044-03-15 10:00 BC'"),
    MOMENT("timestamptz", "'2026-02-28 12:30+01'", "'-infinity'", "'12345-01-02 10:00+00'"),
    TIME("timetz", "'10:00+02'", "'10:00:01-03:30'"),
    MONEY("money", "1234.50", "-0.01"),
    BITS("bit(8)", "B'00000101'", "B'11111111'"),
    ADDRESS("inet", "'10.0.0.1/8'", "'::1'"),
    RANGE("tstzrange", "'[2026-01-01 01:00+01,)'", "'empty'");

    private final String type;
    private final List<String> literals;

    TypedTable(String type, String... literals) {
        this.type = type;
        this.literals = List.of(literals);
    }

    static void routes(RouteSet routes) {
        for (TypedTable table : values()) {
            routes.route(
                    table.route(),
                    "source",
                    "ledger",
                    "target",
                    "relay",
                    "key",
                    "v",
                    "windowed",
                    "false",
                    "deletePolicy",
                    "delete",
                    "deleteGuard",
                    "100",
                    "pageSize",
                    "2",
                    "query",
                    "select v, v as copy, array[v, null] as list, name from " + table.table());
        }
    }

    public String route() {
        return "ledger-" + name().toLowerCase(Locale.ROOT) + "-keys-to-relay";
    }

    private String table() {
        return "typed_" + name().toLowerCase(Locale.ROOT);
    }

    public int rows() {
        return literals.size();
    }

    /** Makes the table anew. */
    public void fill() {
        Database ledger = Ledger.database();
        ledger.execute("create extension if not exists citext schema ledger");
        ledger.execute("do $$ begin create type ledger.mood as enum ('sad', 'ok', 'happy');"
                + " exception when duplicate_object then null; end $$");
        ledger.execute("do $$ begin create domain ledger.share as numeric(5, 2);"
                + " exception when duplicate_object then null; end $$");
        ledger.execute("drop table if exists " + table());
        ledger.execute("create table " + table() + " (v " + type + ", name text)");
        for (String literal : literals) {
            ledger.execute("insert into " + table() + " values (" + literal + ", 'first')");
        }
    }

    public void rename(String name) {
        Ledger.database().execute("update " + table() + " set name = ?", name);
    }

    /** What the relay holds of it, by key. */
    public Map<String, Map<String, Object>> held() {
        JsonPath held = Api.held("relay", route());
        List<Map<String, Object>> items = held.getList("items");
        Map<String, Map<String, Object>> byKey = new TreeMap<>();
        items.forEach(item -> byKey.put((String) item.get("key"), item));
        return byKey;
    }
}
