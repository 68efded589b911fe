package dev.syncline.record.content;

import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RouteNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Reads the contents of a route's records that the hub keeps: of those that are no success what is to be sent, and of
 * those at the target what was sent last, as far as the document log goes back.
 */
@ApplicationScoped
public class KeptContents {
    private static final int PAGE = 1_000;

    /** Rows of the log, each with the records of a page, that are in memory at a time. */
    private static final int LOG_ROWS = 2;

    private static final String NOT_DELIVERED =
            """
            select r.key, r.title, r.status, p.payload
            from sync_payload p join sync_record r using (route, key)
            where p.route = ? and p.key > ? and r.status <> 1
            order by p.key limit ?""";

    /** Those of a row of the log that have no newer entry. */
    private static final String CURRENT =
            """
            select key, title from sync_record
            where route = ? and key = any (?) and log_id = ? and status = 1 and action <> 4""";

    private final DataSource hub;
    private final LogReader log;
    private final RouteNumbers numbers;

    KeptContents(DataSource hub, LogReader log, RouteNumbers numbers) {
        this.hub = hub;
        this.log = log;
        this.numbers = numbers;
    }

    /**
     * Reads the contents of a route: first those that are not delivered by key, then those that are, newest first.
     *
     * @param reader is given one after the other; returns false to stop
     * @param isOver whether to stop; asked before each query, as many entries of the log may be of no use
     */
    public void read(String route, Predicate<KeptContent> reader, BooleanSupplier isOver) {
        int number = numbers.of(route);
        try {
            if (readNotDelivered(number, reader, isOver)) {
                readDelivered(number, reader, isOver);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private boolean readNotDelivered(int route, Predicate<KeptContent> reader, BooleanSupplier isOver)
            throws SQLException {
        String after = "";
        while (!isOver.getAsBoolean()) {
            List<KeptContent> page = notDelivered(route, after);
            for (KeptContent content : page) {
                if (!reader.test(content)) {
                    return false;
                }
            }
            if (page.size() < PAGE) {
                return true;
            }
            after = page.get(PAGE - 1).key();
        }
        return false;
    }

    private List<KeptContent> notDelivered(int route, String after) throws SQLException {
        List<KeptContent> page = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(NOT_DELIVERED)) {
            select.setInt(1, route);
            select.setString(2, after);
            select.setInt(3, PAGE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new KeptContent(
                            rows.getString(1),
                            rows.getString(2),
                            RecordStatus.of(rows.getShort(3)),
                            rows.getString(4)));
                }
            }
        }
        return page;
    }

    private void readDelivered(int route, Predicate<KeptContent> reader, BooleanSupplier isOver) throws SQLException {
        LogReader.Asked asked = new LogReader.Asked(route, null, null, null);
        long before = Long.MAX_VALUE;
        while (!isOver.getAsBoolean()) {
            List<List<LogEntry>> rows = log.rows(asked, before, LOG_ROWS);
            for (List<LogEntry> entries : rows) {
                if (entries.isEmpty()) {
                    continue;
                }
                before = entries.get(0).logId() - 1;
                Map<String, String> titles = current(route, entries);
                for (LogEntry entry : entries) {
                    boolean isCurrent =
                            titles.containsKey(entry.key()) && !entry.content().isEmpty();
                    if (isCurrent
                            && !reader.test(new KeptContent(
                                    entry.key(), titles.get(entry.key()), RecordStatus.SUCCESS, entry.content()))) {
                        return;
                    }
                }
            }
            if (rows.size() < LOG_ROWS) {
                return;
            }
        }
    }

    /** Returns the titles of the records of a row of the log that have no newer entry. */
    private Map<String, String> current(int route, List<LogEntry> entries) throws SQLException {
        Map<String, String> titles = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setInt(1, route);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", entries.stream().map(LogEntry::key).toArray()));
            select.setLong(3, entries.get(0).logId());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    titles.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return titles;
    }
}
