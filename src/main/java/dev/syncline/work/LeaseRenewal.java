package dev.syncline.work;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.hub.OwnConnection;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppedEvent;

/** Renews the leases of this process's parts. Its thread and its connection do nothing else. */
@ApplicationScoped
class LeaseRenewal {
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

    private static final String RENEW =
            """
            update sync_work_part set lease_until = ? where id = any (?) and owner = ? and status = 'IN_PROGRESS'
            returning id""";

    private final HeldLeases leases;
    private final Duties duties;
    private final OwnConnection hub;
    private Duty duty;

    LeaseRenewal(HeldLeases leases, Duties duties, AgroalDataSource hub) {
        this.leases = leases;
        this.duties = duties;
        this.hub = new OwnConnection(hub);
    }

    /** How often leases are renewed, and what nobody carries out is looked for. */
    static Duration interval(Duration lease) {
        Duration sixth = lease.dividedBy(6);
        return sixth.compareTo(LONGEST_INTERVAL) < 0 ? sixth : LONGEST_INTERVAL;
    }

    void start(@Observes CamelContextStartedEvent event) {
        Duration interval = interval(leases.length());
        duty = duties.repeat("leases", interval.dividedBy(5), interval, this::renew);
    }

    /** Not before: pages that are being finished need their leases. */
    void stop(@Observes CamelContextStoppedEvent event) {
        if (duty != null) {
            duty.stop();
        }
        hub.close();
    }

    /** Renews those that are still this process's; the others it has lost. */
    void renew() throws SQLException {
        List<Long> held = leases.parts();
        if (!held.isEmpty()) {
            Instant until = leases.until();
            leases.renewed(renew(held, until), until);
        }
    }

    private List<Long> renew(List<Long> held, Instant until) throws SQLException {
        List<Long> granted = new ArrayList<>();
        try (Connection connection = hub.get();
                PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("bigint", held.toArray()));
            update.setString(3, leases.owner());
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    granted.add(rows.getLong(1));
                }
            }
        }
        return granted;
    }
}
