package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.TypedTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of a SQL source on the whole way to a target, and back. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SourceValuesTest {
    @ParameterizedTest
    @EnumSource
    void aSecondRunChangesNothingWhateverTheTypeOfTheKey(TypedTable table) {
        table.fill();
        JsonPath first = Api.run(table.route(), "range=all&depth=deep");
        assertEquals("SUCCESS", first.getString("status"), first.prettify());
        Map<String, Map<String, Object>> held = table.held();
        assertEquals(table.rows(), held.size(), held.keySet().toString());

        JsonPath second = Api.run(table.route(), "range=all&depth=deep");
        assertEquals("SUCCESS", second.getString("status"), second.prettify());
        assertEquals(table.rows(), second.getInt("counts.unchanged"), second.prettify());
        assertEquals(held, table.held());

        table.rename("second");
        JsonPath third = Api.run(table.route(), "range=all&depth=deep");
        assertEquals(table.rows(), third.getInt("counts.updated"), third.prettify());
        assertEquals(held.keySet(), table.held().keySet());

        JsonPath found = Reconciliations.of(table.route(), "depth=deep");
        assertEquals("SUCCESS", found.getString("status"), found.prettify());
        assertEquals(table.rows(), found.getInt("counts.equal"), found.prettify());
        assertEquals(Map.of(), Reconciliations.differences(found));
    }

    /** The issue's own: its record would be one that no source has. */
    @Test
    void brokenJsonIsThatRecordsFailureAndMakesNoOther() {
        Database ledger = Ledger.database();
        ledger.execute("create table if not exists broken (no text, lines text)");
        ledger.execute("truncate broken");
        ledger.execute("insert into broken values ('BJ-1', '[{\"item\":\"a\"}]'),"
                + " ('BJ-2', '[]}},{\"key\":\"999\",\"data\":{\"no\":\"999\",\"lines\":['), ('BJ-3', '[]')");
        JsonPath run = Api.run("ledger-broken-to-relay", "range=all");
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(1, run.getInt("counts.failed"), run.prettify());
        assertEquals(Set.of("BJ-1", "BJ-3"), Api.keysHeld("relay", "ledger-broken-to-relay"));
        JsonPath record = Api.record("ledger-broken-to-relay", "BJ-2");
        assertEquals("FAILED", record.getString("status"));
        assertTrue(record.getString("reason").contains("'lines' cannot be sent: it "), record.prettify());

        ledger.execute("update broken set lines = '[{\"item\":\"b\"}]' where no = 'BJ-2'");
        assertEquals("SUCCESS", Api.run("ledger-broken-to-relay", "range=all").getString("status"));
        assertEquals(Set.of("BJ-1", "BJ-2", "BJ-3"), Api.keysHeld("relay", "ledger-broken-to-relay"));
    }

    @Test
    void aTimeOfChangeThatDoesNotFitItsFormatHoldsItsRecordAlone() {
        Database ledger = Ledger.database();
        ledger.execute("create table if not exists dated (no text, name text, changed text)");
        ledger.execute("truncate dated");
        ledger.execute(
                "insert into dated values ('D-1', 'a', '28-Feb-15'), ('D-2', 'b', '31-Feb-15'), ('D-3', 'c', '')");
        JsonPath run = Api.run("ledger-dated-to-relay", "range=all");
        assertEquals(1, run.getInt("counts.onHold"), run.prettify());
        assertEquals(2, run.getInt("counts.created"), run.prettify());
        JsonPath record = Api.record("ledger-dated-to-relay", "D-2");
        assertEquals("ON_HOLD", record.getString("status"));
        assertTrue(record.getString("reason").contains("'31-Feb-15'"), record.prettify());

        ledger.execute("update dated set changed = '28-Feb-15' where no = 'D-2'");
        ledger.execute("insert into dated values ('D-4', 'd', to_char(now() + interval '1 day', 'DD-Mon-YY'))");
        JsonPath changes = Api.run("ledger-dated-to-relay", "range=changes");
        assertEquals("SUCCESS", changes.getString("status"), changes.prettify());
        assertTrue(Api.keysHeld("relay", "ledger-dated-to-relay").contains("D-4"));
        assertEquals("SUCCESS", Api.run("ledger-dated-to-relay", "range=all").getString("status"));
        assertEquals(Set.of("D-1", "D-2", "D-3", "D-4"), Api.keysHeld("relay", "ledger-dated-to-relay"));
    }
}
