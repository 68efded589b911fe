package dev.syncline.support;

/** A SQL system that is a target, filled by hand: its table {@code vault_items} beside the ledger's {@code items}. */
public final class Vault {
    public static final String ROUTE = "ledger-items-to-vault";
    public static final String WITHOUT_QUERY = "ledger-items-to-vault-unseen";
    public static final String WITHOUT_READ_SIDE = "ledger-items-to-drop";

    private Vault() {}

    static void routes(RouteSet routes) {
        route(routes, ROUTE, "vault", "targetQuery", "select no, name, stamp, filled, own from vault_items");
        route(routes, WITHOUT_QUERY, "vault");
        route(routes, WITHOUT_READ_SIDE, "drop");
    }

    private static void route(RouteSet routes, String id, String target, String... more) {
        String[] all = {
            "source", "ledger",
            "target", target,
            "key", "no",
            "label", "name",
            "changedAt", "touched",
            "notCompared", "filled",
            "pageSize", "500",
            "query", "select no, name, stamp, filled, touched from items",
            "title", id
        };
        String[] parameters = java.util.Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, parameters, all.length, more.length);
        routes.route(id, parameters);
    }

    /** Both tables anew, with so many equal items. */
    public static Database filledWith(int items) {
        Database ledger = Ledger.database();
        for (String table : new String[] {"items", "vault_items"}) {
            ledger.execute("drop table if exists " + table);
            ledger.execute("create table " + table
                    + " (no text, name text, stamp timestamptz, filled text, own text, touched timestamptz)");
            ledger.execute("insert into " + table + " select 'I-' || lpad(n::text, 6, '0'), 'Item ' || n,"
                    + " timestamptz '2026-01-01' + n * interval '1.001 second', '" + table + "', null,"
                    + " timestamptz '2026-01-01' + n * interval '1 second' from generate_series(1, " + items + ") n");
            ledger.execute("create index on " + table + " (no)");
        }
        return ledger;
    }
}
