package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Counts;
import dev.syncline.record.PageResult;
import dev.syncline.record.PageTransaction;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.SourceProgress;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.work.Checkpoint;
import dev.syncline.work.Leases;
import dev.syncline.work.WorkItems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class ResumptionsTest {
    private static final String ROUTE = "ledger-nightly-to-relay";
    private static final SQLException BROKEN = new SQLException("This connection has been closed", "08006");

    @Inject
    RunKind kind;

    @Inject
    Leases leases;

    @Inject
    WorkItems items;

    @Inject
    NewRuns newRuns;

    @Inject
    PageTransaction pages;

    @Inject
    RouteNumbers numbers;

    private final Database hub = Database.hub();

    @Test
    void connectionsMayBreakAnyNumberOfTimesAsLongAsPagesAreRecordedInBetween() throws SQLException {
        Run run = newRuns.create(
                new RunRequest(ROUTE, Trigger.ON_DEMAND, "test", Range.ALL, null, Depth.SHALLOW, false, null),
                null,
                null,
                null);
        int fence = leases.claim(kind, run.id).orElseThrow().fence();
        try {
            hub.execute("update sync_run set resumed = 7 where id = ?", run.id);
            hub.execute("update sync_work_part set vain = 2 where id = ?", run.id);
            assertTrue(leases.mayResume(run.id, BROKEN));
            hub.execute("update sync_work_part set vain = 3 where id = ?", run.id);
            assertFalse(leases.mayResume(run.id, BROKEN), "the page may be why");
            pages.commit(page(run.id, fence), hub -> {});
            assertTrue(leases.mayResume(run.id, BROKEN));
        } finally {
            leases.drop(run.id, fence);
            items.fail(kind, run.id, fence, "It was only a test");
        }
    }

    private PageResult page(long run, int fence) throws SQLException {
        RunContext context = new RunContext(
                run, fence, null, numbers.of(ROUTE), Window.ALL, Depth.SHALLOW, null, false, false, false);
        Instant until = Instant.now().plusSeconds(60);
        return new PageResult(
                context,
                new Checkpoint(run, fence, "RANGE", "next", until),
                List.of(),
                Counts.NONE,
                SourceProgress.NONE,
                List.of(),
                null);
    }
}
