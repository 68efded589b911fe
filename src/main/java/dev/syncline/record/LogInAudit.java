package dev.syncline.record;

import dev.syncline.json.Escaped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lines of the audit log about log-ins. Anybody can cause failed ones, so there is a limit of lines a minute for all processes
 * together; the last one says that there may be more.
 */
@ApplicationScoped
public class LogInAudit {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String FAILED =
            """
            insert into sync_audit (at, who, action, subject, detail, address, outcome)
            select ?, ?, 'log-in', 'api',
                   case when failed = ? - 1 then 'Further failed log-ins of this minute are in the log of the program only' end,
                   ?, 'FAILED'
            from (select count(*) as failed
                  from (select from sync_audit
                        where action = 'log-in' and outcome = 'FAILED' and at > ?
                        limit ?) as of_last_minute) as counted
            where failed < ?""";

    private static final String DONE =
            """
            insert into sync_audit (at, who, action, subject, address, outcome)
            values (?, ?, 'log-in', 'console', ?, 'DONE')""";

    private final DataSource hub;
    private final Clock clock;
    private final int mostFailed;

    LogInAudit(
            DataSource hub,
            Clock clock,
            @ConfigProperty(name = "syncline.log-ins.most-audited-a-minute", defaultValue = "60") int mostFailed) {
        this.hub = hub;
        this.clock = clock;
        this.mostFailed = mostFailed;
    }

    /** Adds a log-in that failed, unless there were too many in the last minute. */
    public void failed(String who, String address) {
        Instant now = clock.instant();
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(FAILED)) {
            insert.setObject(1, time(now));
            insert.setString(2, who);
            insert.setInt(3, mostFailed);
            insert.setString(4, address);
            insert.setObject(5, time(now.minus(MINUTE)));
            insert.setInt(6, mostFailed);
            insert.setInt(7, mostFailed);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The hub database does not take a line of the audit log: " + e.getMessage(), e);
        }
    }

    /** Adds that somebody signed in at the provider. */
    public void done(String who, String address) {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(DONE)) {
            insert.setObject(1, time(clock.instant()));
            insert.setString(2, Escaped.of(who));
            insert.setString(3, address);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The hub database does not take a line of the audit log: " + e.getMessage(), e);
        }
    }

    private static OffsetDateTime time(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
