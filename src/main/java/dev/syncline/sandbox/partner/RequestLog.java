package dev.syncline.sandbox.partner;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Logs a row a request, with the outcomes of its records. */
final class RequestLog {
    private RequestLog() {}

    static void note(Connection connection, int collection, PartnerOutcome... outcomes) throws SQLException {
        int duplicates = 0;
        int refused = 0;
        for (PartnerOutcome outcome : outcomes) {
            duplicates += outcome.duplicate() ? 1 : 0;
            refused += outcome.refusal() == null ? 0 : 1;
        }
        note(connection, collection, outcomes.length, duplicates, refused);
    }

    static void note(Connection connection, int collection, int records, int duplicates, int refused)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into request_log (collection, records, duplicates, refused) values (?, ?, ?, ?)")) {
            statement.setInt(1, collection);
            statement.setInt(2, records);
            statement.setInt(3, duplicates);
            statement.setInt(4, refused);
            statement.execute();
        }
    }
}
