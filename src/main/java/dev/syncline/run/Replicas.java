package dev.syncline.run;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;

/** The processes on this hub database, and the routes that they have. Quartz knows which of them are alive. */
@ApplicationScoped
class Replicas {
    private static final String REGISTER =
            """
            insert into sync_replica (instance, routes, registered_at) values (?, ?, now())
            on conflict (instance) do update set routes = excluded.routes, registered_at = now()""";

    /** One that has just registered may not have checked in with Quartz; 7.5 s is what Quartz itself adds. */
    private static final String ALIVE =
            """
            select coalesce(r.instance, s.instance_name), r.routes
            from sync_replica r
            full join (select instance_name from qrtz_scheduler_state
                       where sched_name = 'syncline'
                       and last_checkin_time + checkin_interval + 7500 > extract(epoch from now()) * 1000) s
                on s.instance_name = r.instance
            where s.instance_name is not null or r.registered_at > now() - interval '1 minute'""";

    private static final String FORGET_DEAD =
            """
            delete from sync_replica
            where registered_at < now() - interval '1 minute'
            and instance not in (select instance_name from qrtz_scheduler_state where sched_name = 'syncline')""";

    private static final String REPORT =
            """
            update qrtz_scheduler_state set last_checkin_time = 0
            where sched_name = 'syncline' and instance_name = ? and last_checkin_time < ?""";

    private final DataSource hub;
    private final Catalog catalog;
    private final Lease lease;

    Replicas(DataSource hub, Catalog catalog, Lease lease) {
        this.hub = hub;
        this.catalog = catalog;
        this.lease = lease;
    }

    /** Before the routes add their triggers, so that no other process takes those for left over. */
    void register(@Observes CamelContextRoutesStartingEvent event) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setString(1, lease.owner());
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", catalog.all().stream().map(SyncRoute::id).toArray()));
            insert.executeUpdate();
        }
    }

    /**
     * Every route that a living process has; empty while there is one that does not tell, being of an older version. No
     * process registers until the connection's transaction is over.
     */
    Optional<Set<String>> routes(Connection connection) throws SQLException {
        Set<String> routes = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table sync_replica in exclusive mode");
            statement.executeUpdate(FORGET_DEAD);
            try (ResultSet rows = statement.executeQuery(ALIVE)) {
                while (rows.next()) {
                    if (rows.getArray(2) == null) {
                        return Optional.empty();
                    }
                    routes.addAll(Set.of((String[]) rows.getArray(2).getArray()));
                }
            }
        }
        return Optional.of(routes);
    }

    /**
     * Tells Quartz of a process that has let its lease run out and not checked in since: what it was at is free at once,
     * not only when Quartz finds out itself.
     */
    void report(String instance, Instant leaseUntil) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(REPORT)) {
            update.setString(1, instance);
            update.setLong(2, leaseUntil.toEpochMilli());
            update.executeUpdate();
        }
    }
}
