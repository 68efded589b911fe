package dev.syncline.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second SQL system, {@code ledger}, in a schema of its own, and the routes of the route set {@code ranges} that read
 * it; the zone is Berlin's.
 */
public class Ledger implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("syncline.routes", routes().folder());
        settings.put("syncline.zone", "Europe/Berlin");
        settings.put("syncline.reconciliation.most-differences", "1000");
        for (String system : List.of("ledger", "vault")) {
            String prefix = "syncline.systems." + system;
            settings.put(prefix + ".jdbc-url", "${syncline.systems.erp.jdbc-url}?currentSchema=ledger");
            settings.put(prefix + ".username", "${syncline.systems.erp.username}");
            settings.put(prefix + ".password", "${syncline.systems.erp.password}");
        }
        settings.put("syncline.systems.standby.jdbc-url", Standby.url() + "?currentSchema=ledger");
        settings.put("syncline.systems.standby.username", "postgres");
        settings.put("syncline.systems.standby.password", "postgres");
        settings.put("syncline.systems.slow-clock.url", "http://localhost:" + SlowClock.port());
        settings.put("syncline.systems.stranger.jdbc-url", "${syncline.systems.erp.jdbc-url}");
        settings.put("syncline.systems.stranger.username", "nouser");
        settings.put("syncline.systems.nowhere.jdbc-url", "${syncline.systems.erp.jdbc-url}-that-is-not-there");
        settings.put("syncline.systems.nowhere.username", "${syncline.systems.erp.username}");
        settings.put("syncline.systems.nowhere.password", "${syncline.systems.erp.password}");
        return settings;
    }

    private static RouteSet routes() {
        RouteSet routes = RouteSet.of("ranges");
        for (Entries entries : Entries.values()) {
            for (Entries.ChangedAt changedAt : Entries.ChangedAt.values()) {
                entries.addTo(routes, changedAt);
            }
        }
        Book.route(
                routes,
                "instants",
                "changedAt",
                "touched",
                "deletePolicy",
                "delete",
                "deleteGuard",
                "100",
                "pageSize",
                "2");
        Book.route(
                routes,
                "guarded",
                "changedAt",
                "touched",
                "deletePolicy",
                "delete",
                "pageSize",
                "4",
                "deleteGuard",
                "20");
        Book.route(routes, "locals", "changedAt", "touched_local");
        Book.route(routes, "dates", "changedAt", "touched_on");
        Book.route(
                routes,
                "versions",
                "changedAt",
                "version",
                "rangeBy",
                "touched",
                "overlap",
                "3",
                "deletePolicy",
                "delete");
        routes.route(
                "ledger-goods-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "no",
                "changedAt",
                "touched",
                "query",
                "select * from goods");
        Book.route(routes, "late", "changedAt", "touched", "overlap", "PT0S");
        Book.route(routes, "late-versions", "changedAt", "version", "overlap", "0");
        Book.route(routes, "bare-versions", "changedAt", "version");
        Book.route(routes, "whole", "changedAt", "touched", "windowed", "false");
        Book.route(
                routes, "mapped", "changedAt", "touched", "targetMap", "$merge([$, { \"name\": $lowercase(name) }])");
        Book.route(routes, "kept", "changedAt", "touched");
        Book.route(routes, "watched", "changedAt", "touched", "schedule", "0 0 4 * * ?");
        Book.route(routes, "deactivated", "changedAt", "touched", "deletePolicy", "deactivate");
        Book.route(routes, "pairs", "changedAt", "touched", "key", "orderNo,name");
        Book.route(
                routes, "judged", "changedAt", "touched", "required", "name", "parents", "parent:ledger-kept-to-relay");
        Book.route(routes, "coded", "changedAt", "touched", "required", "lines.item");
        Book.route(
                routes,
                "costed",
                "changedAt",
                "touched",
                "required",
                "gl",
                "deepQuery",
                "select order_no as \"orderNo\", name, touched, touched_local, touched_on, version, (select max(l.item) from"
                        + " order_lines l where l.book = o.book and l.order_no = o.order_no) as gl from orders o"
                        + " where book = 'ledger-costed-to-relay'");
        Book.route(
                routes,
                "joined",
                "changedAt",
                "touched",
                "deletePolicy",
                "delete",
                "deepQuery",
                "select o.order_no as \"orderNo\", o.name, o.touched, o.touched_local, o.touched_on, o.version,"
                        + " json_build_array(l.item) as lines from orders o join order_lines l"
                        + " on l.book = o.book and l.order_no = o.order_no where o.book = 'ledger-joined-to-relay'");
        Book.route(routes, "tree", "changedAt", "touched", "parents", "name:ledger-tree-to-relay");
        TypedTable.routes(routes);
        routes.route(
                "ledger-broken-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "no",
                "windowed",
                "false",
                "json",
                "lines",
                "query",
                "select no, lines from broken");
        routes.route(
                "ledger-dated-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "no",
                "changedAt",
                "changed",
                "changedAtFormat",
                "dd-MMM-yy",
                "query",
                "select no, name, changed from dated");
        Book.route(
                routes,
                "nightly",
                "changedAt",
                "touched",
                "schedule",
                "0 0 4 1 1 ? 2099",
                "deepSchedule",
                "0 30 2 1 1 ? 2098",
                "deletePolicy",
                "delete",
                "deleteGuard",
                "100");
        Book.route(routes, "standby", "source", "standby", "changedAt", "touched", "overlap", "PT0S", "pageSize", "4");
        routes.route(SlowClock.ROUTE, "source", "slow-clock", "target", "relay", "key", "no", "path", "things");
        for (String system : List.of("stranger", "nowhere")) {
            routes.route(
                    system + "-items-to-relay",
                    "source",
                    system,
                    "target",
                    "relay",
                    "key",
                    "no",
                    "changedAt",
                    "touched",
                    "query",
                    "select no, touched from items");
        }
        routes.route(
                "ledger-misquoted-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "orderNo",
                "changedAt",
                "touched",
                "required",
                "partyName",
                "query",
                "select 'a' as \"orderNo\", 'b' as partyName, now() as touched");
        routes.route(
                "ledger-miscast-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "no",
                "changedAt",
                "touched",
                "query",
                "select no::integer as no, now() as touched from (values ('1'), ('12a'), ('3')) v(no)");
        routes.route(
                "ledger-numbered-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "no",
                "changedAt",
                "touched",
                "query",
                "select no, name, touched from numbered");
        routes.route(
                "ledger-numbered-lines-to-relay",
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                "code,no",
                "changedAt",
                "touched",
                "query",
                "select code, no, name, touched from numbered_lines");
        Book.route(routes, "followed", "changedAt", "touched", "through", "followed-pages");
        Book.route(routes, "passed-on", "changedAt", "touched", "through", "passed-on");
        Book.route(routes, "moved", "changedAt", "touched", "deletePolicy", "delete", "deleteGuard", "100");
        Vault.routes(routes);
        return routes;
    }

    /** The system's database, with its schema. */
    public static Database database() {
        Database database = Database.of("ledger");
        database.execute("create schema if not exists ledger");
        return database;
    }
}
