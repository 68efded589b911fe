package dev.syncline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Processes that start at once on a new database do not both insert the rows of Quartz's locks. */
class QuartzLocksTest {
    private static final String DATABASE = "quartz_locks";

    @Test
    void aNewDatabaseHasTheLocksOfTheScheduler() throws Exception {
        try (Connection server = PlainPostgres.session("postgres", "postgres");
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        Flyway.configure()
                .dataSource(PlainPostgres.url(DATABASE), "postgres", "postgres")
                .load()
                .migrate();
        String scheduler = ConfigProvider.getConfig().getValue("quarkus.quartz.instance-name", String.class);
        List<String> locks = new ArrayList<>();
        try (Connection hub = PlainPostgres.session(DATABASE, "postgres");
                Statement statement = hub.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select lock_name from qrtz_locks where sched_name = '" + scheduler + "' order by 1")) {
            while (rows.next()) {
                locks.add(rows.getString(1));
            }
        }
        assertEquals(List.of("STATE_ACCESS", "TRIGGER_ACCESS"), locks);
    }
}
