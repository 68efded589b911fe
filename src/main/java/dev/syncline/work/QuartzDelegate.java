package dev.syncline.work;

import dev.syncline.route.CronTriggers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.quartz.impl.jdbcjobstore.NoSuchDelegateException;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;
import org.slf4j.LoggerFactory;

/**
 * What Quartz asks of its tables. Quartz takes a process for dead that has not checked in for 7.5 seconds; where a lease is
 * shorter, for as long as a lease, so that its schedules and jobs are free when its items are.
 */
@RegisterForReflection
public class QuartzDelegate extends CronTriggers {
    /** What Quartz adds to the interval of the check-ins, in milliseconds. */
    private static final long GRACE = 7_500;

    private static final String TABLES = "qrtz_";
    private static final String SCHEDULER = "syncline";

    @Override
    public List<SchedulerStateRecord> selectSchedulerStateRecords(Connection connection, String instance)
            throws SQLException {
        Duration lease = ConfigProvider.getConfig().getValue("syncline.lease", Duration.class);
        long early = Math.max(0, GRACE - lease.toMillis());
        List<SchedulerStateRecord> records = super.selectSchedulerStateRecords(connection, instance);
        records.forEach(process -> process.setCheckinTimestamp(process.getCheckinTimestamp() - early));
        return records;
    }

    /** The processes that Quartz knows; some of them may be dead. */
    public static List<SchedulerStateRecord> processes(Connection connection) throws SQLException {
        CronTriggers delegate = new CronTriggers();
        try {
            delegate.initialize(
                    LoggerFactory.getLogger(QuartzDelegate.class), TABLES, SCHEDULER, "", null, false, null);
        } catch (NoSuchDelegateException e) {
            throw new IllegalStateException(e); // it names no other
        }
        return delegate.selectSchedulerStateRecords(connection, null);
    }

    /** Whether a process had checked in lately enough at a time, in milliseconds since 1970. */
    public static boolean isAlive(SchedulerStateRecord process, long at) {
        return process.getCheckinTimestamp() + process.getCheckinInterval() + GRACE > at;
    }
}
