package dev.syncline.support;

/** The table {@code ledger.entries}, read by each kind of key and each kind of changed-at: a route each. */
public enum Entries {
    BY_NUMBER("number"),
    BY_TEXT("code"),
    BY_PARTS("job,line"),
    BY_PARTS_WITH_TIME("job,line,period");

    /** What a changed-at may be. */
    public enum ChangedAt {
        TOUCHED,
        TOUCHED_LOCAL,
        TOUCHED_ON,
        VERSION;

        public String column() {
            return name().toLowerCase();
        }
    }

    public static final String TABLE =
            """
            create table entries (
                id            integer primary key,
                number        bigint,
                code          text,
                job           text,
                line          integer,
                period        timestamp,
                touched       timestamptz,
                touched_local timestamp,
                touched_on    date,
                version       bigint
            )""";

    private final String key;

    Entries(String key) {
        this.key = key;
    }

    public String route(ChangedAt changedAt) {
        return "ledger-entries-" + (name() + "-" + changedAt).toLowerCase().replace('_', '-') + "-to-relay";
    }

    void addTo(RouteSet routes, ChangedAt changedAt) {
        routes.route(
                route(changedAt),
                "source",
                "ledger",
                "target",
                "relay",
                "key",
                key,
                "changedAt",
                changedAt.column(),
                "query",
                "select id, number, code, job, line, period, " + changedAt.column() + " from entries");
    }
}
