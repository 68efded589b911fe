package dev.syncline.run;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.HeldLeases;
import dev.syncline.work.QuartzDelegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;

/** The processes on this hub database, and the routes that they have. Quartz knows which of them are alive. */
@ApplicationScoped
class Replicas {
    private static final String REGISTER =
            """
            insert into sync_replica (instance, routes, registered_at) values (?, ?, now())
            on conflict (instance) do update set routes = excluded.routes, registered_at = now()""";

    private static final String FORGET =
            "delete from sync_replica where registered_at < now() - interval '1 minute' and instance <> all (?)";

    /** One that has just registered may not have checked in with Quartz. */
    private static final String ALL =
            "select instance, routes, registered_at > now() - interval '1 minute' from sync_replica";

    private final DataSource hub;
    private final Catalog catalog;
    private final HeldLeases leases;
    private final Clock clock;

    Replicas(DataSource hub, Catalog catalog, HeldLeases leases, Clock clock) {
        this.hub = hub;
        this.catalog = catalog;
        this.leases = leases;
        this.clock = clock;
    }

    /** Before the routes add their triggers, so that no other process takes those for left over. */
    void register(@Observes CamelContextRoutesStartingEvent event) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setString(1, leases.owner());
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
        try (Statement lock = connection.createStatement()) {
            lock.execute("lock table sync_replica in exclusive mode");
        }
        List<SchedulerStateRecord> known = QuartzDelegate.processes(connection);
        forgetAllBut(known, connection);
        Set<String> living = known.stream()
                .filter(process -> QuartzDelegate.isAlive(process, clock.millis()))
                .map(SchedulerStateRecord::getSchedulerInstanceId)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> routes = new HashSet<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(ALL)) {
            while (rows.next()) {
                if (living.remove(rows.getString(1)) || rows.getBoolean(3)) {
                    routes.addAll(Set.of((String[]) rows.getArray(2).getArray()));
                }
            }
        }
        return living.isEmpty() ? Optional.of(routes) : Optional.empty();
    }

    private static void forgetAllBut(List<SchedulerStateRecord> known, Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            Object[] names = known.stream()
                    .map(SchedulerStateRecord::getSchedulerInstanceId)
                    .toArray();
            delete.setArray(1, connection.createArrayOf("text", names));
            delete.executeUpdate();
        }
    }
}
