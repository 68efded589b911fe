package dev.syncline.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.Since;
import dev.syncline.route.SyncRoute;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Where and how the records of routes went, in {@code sync_route}, beside where and how they go now. A status row holds the
 * number of its last run: of a run before the change, what it says is delivered is not here, or not so.
 */
@ApplicationScoped
@RegisterForReflection(targets = Destination.class)
public class Destinations {
    private static final String READ =
            """
            select destination, place_since, form_since, changed_by_run, destination_change
            from sync_route where name = ?""";
    /** Up to where {@code changes} was complete is true of the former destination alone. */
    private static final String CHANGE =
            """
            update sync_route
            set destination = ?, place_since = ?, form_since = ?, changed_by_run = ?, destination_change = ?,
                watermark = null, watermark_unit = null
            where name = ?""";

    private static final String REMEMBER = "update sync_route set destination = ? where name = ?";

    private final DataSource hub;
    private final ObjectMapper json;

    Destinations(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json;
    }

    /**
     * What a run delivers to.
     *
     * @param change what is new about it since the run before, for people; null where nothing is. Such a run over changes
     *     looks at everything.
     */
    public record DestinationState(Since since, String change) {}

    private record Stored(Destination destination, Since since, long run, String change) {}

    /**
     * Takes over what has changed since the route's last run; a dry run only says it. Of a run that goes on, the answer is
     * the same as when it began.
     */
    @Transactional(rollbackOn = Exception.class)
    public DestinationState begin(SyncRoute route, long run, boolean dryRun) throws SQLException {
        try (Connection connection = hub.getConnection()) {
            Stored stored = read(connection, route.id(), !dryRun);
            Destination now = Destination.of(route);
            if (stored == null || stored.destination() == null) {
                if (!dryRun) {
                    remember(connection, route.id(), now);
                }
                return new DestinationState(stored == null ? Since.EVER : stored.since(), null);
            }
            String change = now.changeSince(stored.destination());
            if (change.isEmpty()) {
                if (!dryRun && !now.equals(stored.destination())) {
                    remember(connection, route.id(), now);
                }
                return new DestinationState(stored.since(), stored.run() == run ? stored.change() : null);
            }
            Since since = since(stored, now, run);
            if (!dryRun) {
                change(connection, route.id(), now, since, run, change);
            }
            return new DestinationState(since, change);
        }
    }

    /** Since when the route's records go where they go now: no time at all where no run has gone there yet. */
    @Transactional(rollbackOn = Exception.class)
    public Since of(SyncRoute route) throws SQLException {
        try (Connection connection = hub.getConnection()) {
            Stored stored = read(connection, route.id(), false);
            return stored == null
                    ? Since.EVER
                    : stored.destination() == null
                                    || stored.destination()
                                            .place()
                                            .equals(Destination.of(route).place())
                            ? stored.since()
                            : Since.NOW;
        }
    }

    private static Since since(Stored stored, Destination now, long run) {
        if (!now.place().equals(stored.destination().place())) {
            return new Since(run, run);
        }
        return now.form().equals(stored.destination().form())
                ? stored.since()
                : new Since(stored.since().place(), run);
    }

    private Stored read(Connection connection, String route, boolean locked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(locked ? READ + " for update" : READ)) {
            select.setString(1, route);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                String destination = row.getString(1);
                return new Stored(
                        destination == null ? null : json.readValue(destination, Destination.class),
                        new Since(row.getLong(2), row.getLong(3)),
                        row.getLong(4),
                        row.getString(5));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What sync_route says of the destination of " + route + " is no JSON", e);
        }
    }

    private void remember(Connection connection, String route, Destination now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REMEMBER)) {
            update.setString(1, text(now));
            update.setString(2, route);
            update.executeUpdate();
        }
    }

    private void change(Connection connection, String route, Destination now, Since since, long run, String change)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setString(1, text(now));
            update.setLong(2, since.place());
            update.setLong(3, since.form());
            update.setLong(4, run);
            update.setString(5, change);
            update.setString(6, route);
            update.executeUpdate();
        }
    }

    private String text(Destination destination) {
        try {
            return json.writeValueAsString(destination);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
