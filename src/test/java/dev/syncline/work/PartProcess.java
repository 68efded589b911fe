package dev.syncline.work;

import dev.syncline.duty.Duties;
import dev.syncline.page.Depth;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Counts;
import dev.syncline.record.PageResult;
import dev.syncline.record.PageTransaction;
import dev.syncline.record.SourceProgress;
import dev.syncline.run.Run;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quartz.Scheduler;

/** What one of several processes does with the parts of a run, in the process of the test. */
final class PartProcess {
    static final Duration LEASE = Duration.ofSeconds(30);

    private final WorkKind<Run> kind;
    private final PageTransaction pages;
    private final LeaseRenewal renewal;
    final HeldLeases held;
    final PartClaims claims;
    final WorkItems items;
    private final WaitingRows rows;

    PartProcess(
            String name,
            WorkKind<Run> kind,
            EntityManager hub,
            AgroalDataSource connections,
            PageTransaction pages,
            Clock clock) {
        this.kind = kind;
        this.pages = pages;
        try {
            held = new HeldLeases(clock, scheduler(name), LEASE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        WorkParts parts = new WorkParts(hub);
        WorkEvents events = new WorkEvents(hub, clock);
        claims = new PartClaims(hub, parts, clock, held, events);
        items = new WorkItems(hub, connections, parts, clock, held, events);
        rows = new WaitingRows(connections, held);
        renewal = new LeaseRenewal(held, new Duties(), connections);
    }

    /** Whether it may continue a part, as the hub has it. */
    boolean isToContinue(long part) {
        try {
            return rows.ended(kind, Set.of(part)).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part as it stands then; empty when it is not free. */
    Optional<WorkPart> claim(long part) {
        Optional<WorkPart> claimed = QuarkusTransaction.requiringNew()
                .call(() -> claims.claim(kind, part).map(ItemPart::part));
        claimed.ifPresent(mine -> held.hold(kind, mine));
        return claimed;
    }

    /**
     * Records a page of so many records; whether somebody has cancelled the run.
     *
     * @throws LeaseLost when the part is another process's
     */
    boolean page(long run, long part, int fence, int index, int records) {
        Checkpoint next = new Checkpoint(part, fence, "RANGE", Integer.toString(index + 1), held.until());
        Counts counts = new Counts(records, 1, records - 1, 0, 0, 0, 0, 0);
        RunContext context = new RunContext(run, fence, null, 0, Window.ALL, Depth.SHALLOW, null, false, false, false);
        try {
            return pages.commit(
                    new PageResult(context, next, List.of(), counts, SourceProgress.NONE, List.of(), null), hub -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws LeaseLost when the part is another process's */
    void end(long part, int fence, WorkStatus status) {
        held.drop(part, fence);
        QuarkusTransaction.requiringNew().run(() -> items.end(kind, items.mine(kind, part, fence), status, null));
    }

    /** @throws LeaseLost when the part is another process's */
    void giveBack(long part, int fence) {
        held.drop(part, fence);
        QuarkusTransaction.requiringNew().run(() -> claims.giveBack(kind, part, fence, "the test does"));
    }

    void renew() {
        try {
            renewal.renew();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        renewal.stop(null);
    }

    private static Scheduler scheduler(String name) {
        return (Scheduler) Proxy.newProxyInstance(
                PartProcess.class.getClassLoader(),
                new Class<?>[] {Scheduler.class},
                (proxy, method, values) -> method.getName().equals("getSchedulerInstanceId") ? name : null);
    }
}
