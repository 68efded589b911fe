package dev.syncline.api.runs;

import static dev.syncline.support.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RunListTest {
    private static final String ROUTE = "route-of-the-run-list-test";

    @Test
    void holdsTheRunsOfATimeAndNoOthers() {
        Database hub = Database.hub();
        hub.execute("delete from sync_run where route = ?", ROUTE);
        // Every hour one, the minute being its place; every second pair came into the table the wrong way round.
        hub.execute(
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at)
                select ?, 'SUCCESS', false, 'SCHEDULE', n::text, 'changes', 'SHALLOW',
                       '2019-01-01T00:00:00Z'::timestamptz + make_interval(hours => case n % 4 when 2 then n + 1
                           when 3 then n - 1 else n end)
                from generate_series(0, 2999) n order by n""",
                ROUTE);
        assertEquals(List.of("5", "4", "2"), of("from=2019-01-01T03:00:00Z&to=2019-01-01T06:00:00Z"));
        assertEquals(List.of("3", "1", "0"), of("to=2019-01-01T03:00:00Z"));
        assertEquals(List.of("2999", "2998", "2997"), of("from=2019-05-05T21:00:00Z"));
        assertEquals(List.of(), of("to=2018-01-01T00:00:00Z"));
        assertEquals(List.of(), of("from=2199-01-01T00:00:00Z"));
        hub.execute("delete from sync_run where route = ?", ROUTE);
    }

    private static List<String> of(String query) {
        return as("viewer")
                .get("/api/runs?route=" + ROUTE + "&" + query)
                .as(Reply.class)
                .getList("items.requestedBy");
    }
}
