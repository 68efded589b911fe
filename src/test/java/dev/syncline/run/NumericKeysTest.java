package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that is a number is one key, whatever zeros its column or somebody who asks for it writes. */
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class NumericKeysTest {
    private static final String ROUTE = "ledger-numbered-to-relay";

    private final Database ledger = Ledger.database();
    private final Database hub = Database.hub();

    @BeforeEach
    void create() {
        forget();
        ledger.execute("create table numbered (no numeric primary key, name text, touched timestamptz default now())");
        ledger.execute("insert into numbered (no, name) values (1.50, 'a'), (2.00, 'b'), (3, 'c'), (0.10, 'd')");
    }

    @AfterEach
    void forget() {
        ledger.execute("drop table if exists numbered");
        hub.execute("delete from sync_shape where route = ?", ROUTE);
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", ROUTE);
        hub.execute(
                "update sync_route set watermark = null, watermark_unit = null, success = 0, failed = 0, on_hold = 0"
                        + " where name = ?",
                ROUTE);
    }

    @Test
    void zerosMakeNoOtherRecord() {
        assertEquals(4, run("range=all").getInt("counts.created"));
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());
        ledger.execute(
                "update numbered set no = case when no = 1.5 then 1.5 else 2 end, touched = now() where no in (1.5, 2)");
        assertEquals(0, run("range=changes").getInt("counts.created"));
        assertEquals(0, run("range=all&depth=deep").getInt("counts.created"));
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());

        JsonPath asked = run("keys=1.500&keys=3.0");
        assertEquals(0, asked.getInt("counts.created"), asked.prettify());
        assertEquals(0, asked.getInt("counts.deleted"), asked.prettify());
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());
        assertNull(run("keys=1.50").getString("reason"), "the source has it");
        assertEquals(
                "The source does not have 1 of the keys: 9.0",
                run("keys=9.0&keys=1.50").getString("reason"));
    }

    private static JsonPath run(String query) {
        JsonPath run = Api.run(ROUTE, query);
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    private List<String> keys() {
        return hub.column(
                String.class,
                "select key from sync_record where route = (select id from sync_route where name = ?) order by key",
                ROUTE);
    }
}
