package dev.syncline.message;

import dev.syncline.support.PlainPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** The tables of messages in a PostgreSQL without a program around it. */
public final class HubTables {
    private HubTables() {}

    /** Makes them anew. */
    public static DataSource create() throws Exception {
        DataSource hub = PlainPostgres.source();
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table if exists sync_message_channel, sync_message_cause, sync_message_item, sync_message");
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V19_5__messages.sql")));
        }
        return hub;
    }
}
