package dev.syncline.record.search;

import dev.syncline.record.RecordStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Finds records by the beginning of their key, and by a part of their title. Keys are found by the table's own index,
 * whatever their number. Titles have no index, as each new record would pay for it: those of a number of records of each
 * route are read, the ones that are kept back first (docs/adr/101).
 */
@ApplicationScoped
public class StatusTableSearch {
    /** So many titles are read, in shares of the routes that have records. */
    static final int MOST_TITLES = 50_000;

    private static final int SMALLEST_SHARE = 500;
    /** For each record that is wanted, so many may be found that differ in characters that are not ASCII. */
    private static final int MOST_NEARLY = 20;

    private static final String KEYS =
            """
            select r.name, m.key, m.title, m.status
            from sync_route r
            cross join (select distinct q from unnest(?::text[]) as v (q)) as v
            cross join lateral (
                select key, title, status from sync_record
                where route = r.id and key >= v.q collate "C" and key < (v.q || U&'\\+10FFFF') collate "C"
                order by key limit ?) as m
            order by m.key = v.q desc, m.key, r.name limit ?""";

    private static final String TITLES =
            """
            select r.name, m.key, m.title, m.status
            from sync_route r
            cross join lateral (
                select key, title, status
                from (select key, title, status from sync_record where route = r.id {which} limit ?) as looked
                where lower(title) like ? limit ?) as m
            where {counters} > 0
            order by r.name""";

    private static final String KEPT_BACK = TITLES.replace("{which}", "and status <> 1 order by status, key")
            .replace("{counters}", "r.failed + r.blocked + r.on_hold + r.in_progress");

    private static final String ALL = TITLES.replace("{which}", "order by key")
            .replace("{counters}", "r.success + r.failed + r.blocked + r.on_hold + r.in_progress");

    private static final String SIZES =
            """
            select count(*), coalesce(max(success + failed + blocked + on_hold + in_progress), 0)
            from sync_route where success + failed + blocked + on_hold + in_progress > 0""";

    private final DataSource hub;

    StatusTableSearch(DataSource hub) {
        this.hub = hub;
    }

    /** Finds at most so many records. */
    public RecordMatches find(String text, int most) {
        Map<List<String>, RecordMatch> found = new LinkedHashMap<>();
        try (Connection connection = hub.getConnection()) {
            keys(connection, text, most).forEach(match -> add(found, match, most));
            if (found.size() == most) {
                return new RecordMatches(List.copyOf(found.values()), true);
            }
            int share = SMALLEST_SHARE;
            boolean isWhole;
            try (PreparedStatement sizes = connection.prepareStatement(SIZES);
                    ResultSet row = sizes.executeQuery()) {
                row.next();
                share = (int) Math.max(share, MOST_TITLES / Math.max(1, row.getLong(1)));
                isWhole = row.getLong(2) <= share;
            }
            String part = text.toLowerCase(Locale.ROOT);
            titles(connection, KEPT_BACK, part, share, most).forEach(match -> add(found, match, most));
            if (found.size() < most) {
                titles(connection, ALL, part, share, most).forEach(match -> add(found, match, most));
            }
            return new RecordMatches(List.copyOf(found.values()), isWhole || found.size() == most);
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private static void add(Map<List<String>, RecordMatch> found, RecordMatch match, int most) {
        if (found.size() < most) {
            found.putIfAbsent(List.of(match.route(), match.key()), match);
        }
    }

    private static List<RecordMatch> keys(Connection connection, String text, int most) throws SQLException {
        Object[] variants = Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray();
        try (PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setArray(1, connection.createArrayOf("text", variants));
            select.setInt(2, most);
            select.setInt(3, most);
            return matches(select);
        }
    }

    private static List<RecordMatch> titles(Connection connection, String sql, String part, int share, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, share);
            select.setString(2, pattern(part));
            select.setInt(3, most * MOST_NEARLY);
            return matches(select).stream()
                    .filter(match -> match.title().toLowerCase(Locale.ROOT).contains(part))
                    .toList();
        }
    }

    /** With any character for one that is not ASCII: it depends on the database whether it knows the small one of those. */
    private static String pattern(String part) {
        return "%" + part.replaceAll("[\\\\%_]", "\\\\$0").replaceAll("[^\\x00-\\x7F]", "_") + "%";
    }

    private static List<RecordMatch> matches(PreparedStatement select) throws SQLException {
        List<RecordMatch> matches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                matches.add(new RecordMatch(
                        row.getString(1),
                        row.getString(2),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        RecordStatus.of(row.getInt(4))));
            }
        }
        return matches;
    }
}
