package dev.syncline.route;

import io.quarkus.quartz.runtime.jdbc.QuarkusPostgreSQLDelegate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.CronTrigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.CronTriggerPersistenceDelegate;

/** Makes Quartz load cron triggers as {@link ZonedCronTrigger}; its tables stay as they are. */
@RegisterForReflection
public class CronTriggers extends QuarkusPostgreSQLDelegate {
    @Override
    protected void addDefaultTriggerPersistenceDelegates() {
        addTriggerPersistenceDelegate(new Zoned()); // Quartz uses the first delegate that can handle a trigger
        super.addDefaultTriggerPersistenceDelegates();
    }

    private static final class Zoned extends CronTriggerPersistenceDelegate {
        @Override
        public TriggerPropertyBundle loadExtendedTriggerProperties(Connection connection, TriggerKey key)
                throws SQLException {
            TriggerPropertyBundle loaded = super.loadExtendedTriggerProperties(connection, key);
            CronTrigger cron = (CronTrigger) TriggerBuilder.newTrigger()
                    .withIdentity(key)
                    .withSchedule(loaded.getScheduleBuilder())
                    .build();
            return new TriggerPropertyBundle(
                    ZonedCronTrigger.schedule(cron.getCronExpression(), cron.getTimeZone()),
                    loaded.getStatePropertyNames(),
                    loaded.getStatePropertyValues());
        }
    }
}
