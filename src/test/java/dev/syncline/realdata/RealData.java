package dev.syncline.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.support.Published;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.PGConnection;

/** A folder of published data, loaded into a database of its own: what {@code psql -f schema.sql} would do. */
final class RealData {
    private static final Pattern COPY =
            Pattern.compile("\\\\copy\\s+(\\S+)\\s+from\\s+(program\\s+)?'(?:gzip -dc )?([^']+)'\\s+(with\\s.*)");

    private RealData() {}

    /** The folder of all data; system property {@code syncline.realdata} names another. */
    static Path folder() {
        return Published.folder("syncline.realdata", "erp-data");
    }

    /** Skips a class before the application is started for it. */
    static final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Files.isDirectory(folder())
                    ? ConditionEvaluationResult.enabled("There is the folder " + folder())
                    : ConditionEvaluationResult.disabled("No folder " + folder()
                            + ", so nothing to load. Another one is named with -Dsyncline.realdata");
        }
    }

    /** Makes the database anew from the folder of its name. */
    static void load(String database) throws SQLException, IOException {
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        }
        Path folder = folder().resolve(database);
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            StringBuilder sql = new StringBuilder();
            for (String line : Files.readAllLines(folder.resolve("schema.sql"))) {
                Matcher copy = COPY.matcher(line);
                if (copy.matches()) {
                    statement.execute(sql.toString());
                    sql.setLength(0);
                    copy(connection, copy, folder);
                } else {
                    sql.append(line).append('\n');
                }
            }
        }
    }

    private static void copy(Connection connection, Matcher copy, Path folder) throws SQLException, IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(copy.group(3)));
                InputStream rows = copy.group(2) == null ? file : new GZIPInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + copy.group(1) + " from stdin " + copy.group(4), rows);
        }
    }

    static Connection open(String database) throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("syncline.sandbox.server", String.class) + database,
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    static void change(String database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }

    static void each(String database, String sql, RowCheck check) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                check.accept(row);
            }
        }
    }

    interface RowCheck {
        void accept(ResultSet row) throws SQLException;
    }
}
