package dev.syncline.support;

import java.util.List;
import java.util.Map;

/**
 * Orders of the ledger that are written into tables of another database, by the systems {@code mirror} and {@code
 * impatient}, which has little patience; a part of {@link Shaky}.
 */
public final class Mirror {
    public static final String ROUTE = "ledger-copied-to-mirror";
    public static final String SHALLOW = "ledger-copied-to-impatient";

    /** Whom both systems write as. */
    public static final String USER = "mirror";

    private static final String WRITE =
            """
            table: copies
            key: {no: order_no}
            version: version
            columns: {status: status, total: total}
            insertOnly: {vendor: vendor_no}
            before: {lines: {table: goods, key: {item: item_no}}}
            children: {lines: {table: copy_lines, parent: {no: order_no}, key: {line: line_no}, columns: {item: item_no, qty: qty}}}
            deactivate: {status: CLOSED}
            """;

    private static final String QUERY = "select no, status, total, vendor, touched from copied";

    private Mirror() {}

    static void systems(Map<String, String> config) {
        for (String system : List.of("mirror", "impatient")) {
            set(config, system, "jdbc-url", "${syncline.systems.erp.jdbc-url}-mirror");
            set(config, system, "username", USER);
            set(config, system, "password", USER);
        }
        set(config, "impatient", "patience", "PT1S");
        set(config, "mirror", "timeout", "PT10M");
        // The same database, for the test to look at.
        set(config, "glass", "jdbc-url", "${syncline.systems.erp.jdbc-url}-mirror");
        set(config, "glass", "username", "${syncline.systems.erp.username}");
        set(config, "glass", "password", "${syncline.systems.erp.password}");
    }

    private static void set(Map<String, String> config, String system, String setting, String value) {
        config.put("syncline.systems." + system + "." + setting, value);
    }

    static void routes(RouteSet routes) {
        routes.route(
                ROUTE,
                "source",
                "ledger",
                "target",
                "mirror",
                "key",
                "no",
                "changedAt",
                "touched",
                "batchSize",
                "20",
                "deletePolicy",
                "deactivate",
                "deleteGuard",
                "100",
                "write",
                WRITE,
                "query",
                QUERY,
                "deepQuery",
                "select no, status, total, vendor, lines, touched from copied");
        routes.route(
                SHALLOW,
                "source",
                "ledger",
                "target",
                "impatient",
                "key",
                "no",
                "changedAt",
                "touched",
                "write",
                WRITE,
                "query",
                QUERY);
    }

    /** The database that is written to, with its tables anew and empty. */
    public static Database emptied() {
        Database erp = Database.of("erp");
        if (erp.column(String.class, "select datname from pg_database where datname = 'erp-mirror'")
                .isEmpty()) {
            erp.execute("create role " + USER + " login password '" + USER + "'");
            erp.execute("create database \"erp-mirror\"");
        }
        erp.execute("alter role " + USER + " connection limit -1");
        erp.execute("alter role " + USER + " reset all");
        Database mirror = Database.of("glass");
        for (String statement : TABLES.split(";;")) {
            mirror.execute(statement);
        }
        return mirror;
    }

    private static final String TABLES =
            """
            drop table if exists copy_lines, copies, goods;;
            drop sequence if exists hits;;
            create table goods (item_no text primary key, name text);;
            create table copies (
                order_no text primary key, vendor_no text, status varchar(12), total numeric(12, 2), note text,
                version integer not null default 1);;
            create table copy_lines (
                order_no text references copies, line_no integer, item_no text not null references goods, qty numeric(12, 2),
                primary key (order_no, line_no));;
            create or replace function count_up() returns trigger language plpgsql as $$
            begin
                new.version := old.version + 1;
                return new;
            end $$;;
            create trigger count_up before update on copies for each row execute function count_up();;
            grant all on all tables in schema public to mirror""";

    /** The ledger with so many orders of two lines, {@code C-1} and on. */
    public static Database ledgerWith(int orders) {
        Database ledger = Database.of("ledger");
        ledger.execute("create schema if not exists ledger");
        ledger.execute("drop table if exists copied");
        ledger.execute(
                """
                create table copied (
                    no text primary key, status text, total numeric, vendor text, lines json, touched timestamptz default now())""");
        ledger.execute(
                """
                insert into copied (no, status, total, vendor, lines)
                select 'C-' || n, 'OPEN', n + 0.5, 'V-' || mod(n, 7),
                       json_build_array(json_build_object('line', 1, 'item', 'I-' || mod(n, 20), 'qty', n),
                                        json_build_object('line', 2, 'item', 'I-' || mod(n, 9), 'qty', 1.25))
                from generate_series(1, %d) n"""
                        .formatted(orders));
        Database hub = Database.hub();
        for (String route : List.of(ROUTE, SHALLOW)) {
            for (String table : List.of("sync_record", "sync_payload", "sync_parked")) {
                hub.execute(
                        "delete from " + table + " where route = (select id from sync_route where name = ?)", route);
            }
            hub.execute(
                    "update sync_route set watermark = null, success = 0, failed = 0, blocked = 0, on_hold = 0,"
                            + " in_progress = 0 where name = ?",
                    route);
        }
        return ledger;
    }
}
