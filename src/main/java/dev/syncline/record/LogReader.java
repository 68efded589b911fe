package dev.syncline.record;

import dev.syncline.record.LogEntry.Change;
import dev.syncline.record.LogEntry.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the document log: the entries of its rows, newest first or along a record's chain. */
@ApplicationScoped
public class LogReader {
    private static final String COLUMNS =
            "select id, at, run_id, route, keys, titles, actions, changed, previous, lengths, contents, statuses,"
                    + " reasons from sync_document_log where ";

    private final DataSource hub;

    LogReader(DataSource hub) {
        this.hub = hub;
    }

    /**
     * What is asked of the log.
     *
     * @param route its number; null for every route
     * @param runId null for every run; dry runs are in the answer only when asked for by their number
     * @param from the earliest moment; null for no bound
     * @param to the moment before which it was; null for no bound
     */
    public record Asked(Integer route, Long runId, Instant from, Instant to) {
        public static Asked ofRun(long runId) {
            return new Asked(null, runId, null, null);
        }
    }

    /**
     * The rows of the log, newest first, each with all its entries.
     *
     * @param before rows with a smaller number, or this one
     */
    public List<List<LogEntry>> rows(Asked asked, long before, int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append("id <= ?");
        List<Object> values = new ArrayList<>(List.of(before));
        if (asked.runId() != null) {
            sql.append(" and run_id = ?");
            values.add(asked.runId());
        } else {
            sql.append(" and not dry_run");
        }
        if (asked.route() != null) {
            sql.append(" and route = ?");
            values.add(asked.route());
        }
        if (asked.from() != null) {
            sql.append(" and at >= ?");
            values.add(asked.from().atOffset(ZoneOffset.UTC));
        }
        if (asked.to() != null) {
            sql.append(" and at < ?");
            values.add(asked.to().atOffset(ZoneOffset.UTC));
        }
        sql.append(" order by id desc limit ?");
        values.add(limit);
        return read(sql.toString(), values);
    }

    /** A record's entry in a row of the log; empty when the row is gone, purged for its age. */
    public Optional<LogEntry> entry(Long logId, String key) {
        if (logId == null) {
            return Optional.empty();
        }
        return read(COLUMNS + "id = ?", List.of(logId)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /** The entries of these records in a row of the log, by key; none when the row is gone, purged for its age. */
    public Map<String, LogEntry> entries(long logId, Collection<String> keys) {
        Set<String> wanted = new HashSet<>(keys);
        return read(COLUMNS + "id = ?", List.of(logId)).stream()
                .flatMap(List::stream)
                .filter(entry -> wanted.contains(entry.key()))
                .collect(Collectors.toMap(LogEntry::key, Function.identity(), (first, second) -> first));
    }

    /** Those of the keys that a run has an entry of. */
    public Set<String> keysOf(long runId, Collection<String> keys) {
        Set<String> found = new HashSet<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select k from sync_document_log, unnest(keys) k where run_id = ? and k = any (?)")) {
            select.setLong(1, runId);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    /** A record's entries, newest first, along its chain. */
    public List<LogEntry> history(Long logId, String key, int most) {
        List<LogEntry> history = new ArrayList<>();
        Optional<LogEntry> entry = entry(logId, key);
        while (entry.isPresent() && history.size() < most) {
            history.add(entry.get());
            entry = entry(entry.get().previous(), key);
        }
        return history;
    }

    private List<List<LogEntry>> read(String sql, List<Object> values) {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<List<LogEntry>> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(entries(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private static List<LogEntry> entries(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray(5).getArray();
        String[] titles = (String[]) row.getArray(6).getArray();
        Short[] actions = (Short[]) row.getArray(7).getArray();
        String[] changed = (String[]) row.getArray(8).getArray();
        Long[] previous = (Long[]) row.getArray(9).getArray();
        Integer[] lengths = (Integer[]) row.getArray(10).getArray();
        byte[] contents = row.getBytes(11);
        Short[] statuses =
                row.getArray(12) == null ? null : (Short[]) row.getArray(12).getArray();
        String[] reasons =
                row.getArray(13) == null ? null : (String[]) row.getArray(13).getArray();
        List<LogEntry> entries = new ArrayList<>(keys.length);
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            entries.add(new LogEntry(
                    new Place(row.getLong(1), i, row.getTimestamp(2).toInstant(), row.getLong(3), row.getInt(4)),
                    keys[i],
                    titles[i],
                    new Change(
                            Action.of(actions[i]),
                            changed[i].isEmpty() ? List.of() : Arrays.asList(changed[i].split(",")),
                            statuses == null ? RecordStatus.SUCCESS : RecordStatus.of(statuses[i]),
                            reasons == null ? null : reasons[i]),
                    previous[i],
                    new String(contents, from, lengths[i], StandardCharsets.UTF_8)));
            from += lengths[i];
        }
        return entries;
    }
}
