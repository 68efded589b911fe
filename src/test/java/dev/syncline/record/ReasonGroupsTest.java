package dev.syncline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.record.ReasonGroups.Found;
import dev.syncline.record.ReasonGroups.Place;
import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub with two routes: many vendors fail for one reason, some jobs for others. */
class ReasonGroupsTest {
    private static final int MANY = ReasonGroups.MOST_COUNTED + 5_000;
    private static final String NO_ADDRESS = "relay rejected …: '…' is not an e-mail address.";

    private static DataSource hub;
    private static ReasonGroups groups;

    @BeforeAll
    static void fill() throws SQLException {
        hub = PlainPostgres.hub("reasons");
        groups = new ReasonGroups(hub, new RouteNumbers(hub, new RouteRegister(hub)));
        execute("insert into sync_route (name, failed, on_hold, success) values ('vendors', " + (MANY + 3)
                + ", 0, 40000), ('jobs', 2, 1, 0)");
        records("vendors", 1, 40_000, "null");
        records("vendors", 2, MANY, "'relay rejected ' || key || ': ''a' || n || '@'' is not an e-mail address.'");
        records("vendors", 2, 3, "'Answered ' || 502 + n || ' after ' || n || ' s'");
        records("jobs", 2, 2, "'No answer'");
        records("jobs", 4, 1, "'Field ''gl'' is missing'");
        records("jobs", 0, 5, "'was failed before'");
        execute("analyze sync_record");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "V-00117 | relay rejected V-00117: 'office@' is no address | relay rejected …: '…' is no address",
                "12      | No row 12 of 3,500                              | No row # of #",
                "K1      | Answered 503 after 17 s                         | Answered 503 after # s",
                "K1      | line 450 has 1450 pieces                        | line 450 has # pieces",
                "e       | every reason is whole                           | every reason is whole",
                "K1      | \"Stahl\" and 'Eisen' differ                    | '…' and '…' differ"
            })
    void leavesOutWhatDiffersFromRecordToRecord(String key, String reason, String masked) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement("select sync_masked_reason(?, ?)")) {
            select.setString(1, reason);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                assertEquals(masked, row.getString(1));
            }
        }
    }

    @Test
    void isARowForEachCauseWithTheNumberOfItsRecords() {
        assertEquals(
                List.of(
                        "vendors FAILED 1 Answered 503 after # s",
                        "vendors FAILED 1 Answered 504 after # s",
                        "vendors FAILED 1 Answered 505 after # s",
                        "vendors FAILED " + MANY + " " + NO_ADDRESS,
                        "jobs FAILED 2 No answer",
                        "jobs ON_HOLD 1 Field '…' is missing"),
                texts(groups.after(null, null, Place.FIRST, 50)));
        assertEquals(
                List.of("jobs ON_HOLD 1 Field '…' is missing"),
                texts(groups.after(null, RecordStatus.ON_HOLD, Place.FIRST, 50)));
        assertEquals(
                List.of("jobs FAILED 2 No answer"), texts(groups.after("jobs", RecordStatus.FAILED, Place.FIRST, 9)));
        assertEquals(List.of(), texts(groups.after("jobs", RecordStatus.BLOCKED, Place.FIRST, 9)));
    }

    @Test
    void continuesBehindAPlace() {
        List<Found> first = groups.after(null, null, Place.FIRST, 4);
        List<Found> rest = groups.after(null, null, first.get(3).place(), 4);
        assertEquals(List.of("jobs FAILED 2 No answer", "jobs ON_HOLD 1 Field '…' is missing"), texts(rest));
        ReasonGroup cut = first.get(3).group();
        assertFalse(cut.isWhole(), "it is not known what the rest of the route's records have");
        assertEquals(ReasonGroups.MOST_COUNTED, cut.count());
    }

    @Test
    void knowsWhenItsRecordsWereTriedAndWhatOneOfThemSays() {
        ReasonGroup group =
                groups.after("jobs", RecordStatus.FAILED, Place.FIRST, 9).get(0).group();
        assertEquals("No answer", group.example());
        assertEquals(1_001, group.firstTriedAt().toEpochMilli());
        assertEquals(1_002, group.lastTriedAt().toEpochMilli());
    }

    /** Or it would read every record that is kept back, of which there may be a million. */
    @Test
    void stepsThroughTheIndex() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = hub.getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + ReasonGroups.GROUPS)) {
            for (int i = 1; i <= 11; i++) {
                explain.setNull(i, Types.INTEGER);
            }
            explain.setInt(1, 0);
            explain.setInt(2, -1);
            explain.setString(3, "");
            explain.setInt(12, 50);
            explain.setInt(13, ReasonGroups.MOST_COUNTED);
            try (ResultSet row = explain.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
        }
        assertFalse(plan.toString().contains("Seq Scan on sync_record"), plan::toString);
        assertFalse(plan.toString().contains("Sort Key: sync_record"), plan::toString);
        assertTrue(plan.toString().contains("sync_record_by_reason"), plan::toString);
    }

    private static List<String> texts(List<Found> found) {
        List<String> texts = new ArrayList<>();
        for (Found each : found) {
            ReasonGroup group = each.group();
            texts.add(group.route() + " " + group.status() + " " + group.count() + " " + group.reason());
        }
        return texts;
    }

    /** @param reason in SQL, of key and n */
    private static void records(String route, int status, int count, String reason) throws SQLException {
        execute(
                "insert into sync_record (attempted_at, run_id, route, status, action, attempts, transient, keyless, key,"
                        + " reason) select 1000 + n, 1, r.id, " + status + ", 0, 1, false, false, key, " + reason
                        + " from sync_route r, generate_series(1, " + count + ") n, lateral (select 'S" + status
                        + "-' || "
                        + (reason.hashCode() & 0xFF) + " || '-' || n as key) k where r.name = '" + route + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
