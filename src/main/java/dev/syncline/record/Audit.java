package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.record.AuditEntry.Outcome;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Who did what, when, from where, and what came of it. A line is written in the transaction of what it tells: neither is
 * there without the other. Lines are added and read, never changed.
 */
@ApplicationScoped
public class Audit {
    /** A refusal that is repeated is logged once in this time. */
    private static final Duration ONE_LINE_FOR = Duration.ofMinutes(1);

    private static final String INSERT =
            """
            insert into sync_audit (at, who, action, subject, detail, address, outcome, keys, dry_run)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            """;

    private static final String UNLESS_REPEATED =
            """
            where not exists (
                select from sync_audit
                where who = ? and action = ? and subject = ? and outcome = 'REFUSED' and at > ?)""";

    private final DataSource hub;
    private final Caller caller;
    private final Clock clock;

    Audit(DataSource hub, Caller caller, Clock clock) {
        this.hub = hub;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param action what was done: run, cancel, retry, pause ...
     * @param subject with what: a route's id, a record
     */
    @Transactional(rollbackOn = Exception.class)
    public void write(String who, String action, String subject, String detail) {
        add(who, action, subject, detail, caller.address(), Outcome.DONE, null, null);
    }

    /**
     * A run that was asked for.
     *
     * @param keys null where it is over a range
     */
    @Transactional(rollbackOn = Exception.class)
    public void writeRun(String who, String action, String route, String detail, List<String> keys, boolean dryRun) {
        add(who, action, route, detail, caller.address(), Outcome.DONE, keys, dryRun);
    }

    /** Something that was not done because a role or a state forbids it; once a minute where somebody repeats it. */
    @Transactional(rollbackOn = Exception.class)
    public void refused(String who, String action, String subject, String detail, String address) {
        add(who, action, subject, detail, address, Outcome.REFUSED, null, null);
    }

    private void add(
            String who,
            String action,
            String subject,
            String detail,
            String address,
            Outcome outcome,
            List<String> keys,
            Boolean dryRun) {
        Instant now = clock.instant();
        boolean isOnce = outcome == Outcome.REFUSED;
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(isOnce ? INSERT + UNLESS_REPEATED : INSERT)) {
            insert.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setString(3, action);
            insert.setString(4, Escaped.of(subject));
            insert.setString(5, Escaped.of(Secrets.masked(detail)));
            insert.setString(6, address);
            insert.setString(7, outcome.name());
            if (keys == null) {
                insert.setNull(8, Types.ARRAY);
            } else {
                insert.setArray(8, connection.createArrayOf("text", keys.toArray()));
            }
            if (dryRun == null) {
                insert.setNull(9, Types.BOOLEAN);
            } else {
                insert.setBoolean(9, dryRun);
            }
            if (isOnce) {
                insert.setString(10, who);
                insert.setString(11, action);
                insert.setString(12, Escaped.of(subject));
                insert.setObject(13, OffsetDateTime.ofInstant(now.minus(ONE_LINE_FOR), ZoneOffset.UTC));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The hub database does not take a line of the audit log: " + e.getMessage(), e);
        }
    }
}
