package dev.syncline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Processes that start at the same time on a new database find the rows of Quartz's locks, and insert none. */
class QuartzLocksTest {
    @Test
    void aNewDatabaseHasTheLocksOfTheScheduler() throws SQLException {
        List<String> locks = new ArrayList<>();
        try (Connection hub = PlainPostgres.hub("quartz_locks").getConnection();
                PreparedStatement select =
                        hub.prepareStatement("select lock_name from qrtz_locks where sched_name = ? order by 1")) {
            select.setString(1, ConfigProvider.getConfig().getValue("quarkus.quartz.instance-name", String.class));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    locks.add(rows.getString(1));
                }
            }
        }
        assertEquals(List.of("STATE_ACCESS", "TRIGGER_ACCESS"), locks);
    }
}
