package dev.syncline.run;

import dev.syncline.deliver.Answer;
import dev.syncline.deliver.Batch;
import dev.syncline.extension.Extensions;
import dev.syncline.extension.PageExtension;
import dev.syncline.extension.PageRecord;
import dev.syncline.extension.RecordedPage;
import dev.syncline.judge.Judged;
import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import dev.syncline.record.Counts;
import dev.syncline.record.Outcome;
import dev.syncline.record.PageResult;
import dev.syncline.record.PageTransaction;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.SourceProgress;
import dev.syncline.run.phase.ActiveRun;
import dev.syncline.run.phase.Phase;
import dev.syncline.run.phase.Position;
import dev.syncline.run.phase.Reach;
import dev.syncline.run.phase.RunPage;
import dev.syncline.work.Checkpoint;
import dev.syncline.work.HeldLeases;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Body;

/**
 * Puts together what a page leaves behind, and writes it in one transaction, while the run goes on with the next page. No
 * more than two pages, each half as large as the route's page size, are delivered and not yet recorded at any time.
 */
@ApplicationScoped
@Named("recorder")
@RegisterForReflection
public class Recorder {
    private final PageTransaction transaction;
    private final HeldLeases leases;
    private final RunMetrics metrics;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "recorder"));
    private final DryRuns dryRuns;
    private final Extensions extensions;

    Recorder(
            PageTransaction transaction,
            HeldLeases leases,
            RunMetrics metrics,
            DryRuns dryRuns,
            Extensions extensions) {
        this.transaction = transaction;
        this.leases = leases;
        this.metrics = metrics;
        this.dryRuns = dryRuns;
        this.extensions = extensions;
    }

    public void record(@Body RunPage page) throws Exception {
        ActiveRun run = page.run();
        RunContext context = run.context();
        Phase phase = page.position().phase();
        Map<Judged, Answer> answers = page.answers();
        boolean isHeldPhase = phase == Phase.HELD;
        Set<String> seen = dryRuns.seenBefore(page.verdicts(), context, phase);
        boolean isSecondLook = isHeldPhase && run.isOverRange();
        Tally tally = new Tally();
        List<Outcome> outcomes = new ArrayList<>();
        PageExtension extension = extensions.of(context.route());
        boolean isExtended = extension != PageExtension.NONE && !context.dryRun();
        List<PageRecord> inStep = new ArrayList<>();
        List<String> unwritten = new ArrayList<>();
        for (Judged record : page.verdicts()) {
            if (seen.contains(record.key())) {
                continue;
            }
            if (record.isInStep()) {
                tally.unchanged++;
                if (isSecondLook) {
                    run.countsTwice();
                }
                if (isExtended) {
                    inStep.add(record.pageRecord());
                }
                continue;
            }
            Answer answer = answers.get(record);
            Outcome outcome = Outcomes.of(record, answer, context.dryRun());
            boolean isKeptBack = record.waits() != null;
            if (!isSecondLook || !isKeptBack) { // still kept back, and counted so before
                tally.add(record, outcome);
            }
            if (isSecondLook && !isKeptBack) {
                run.countsTwice();
            }
            // What was ready and waits for its parent again is written anew, so that it is not ready any more.
            if (Outcomes.isNews(record, outcome)
                    || context.dryRun() && outcome.status() != RecordStatus.SUCCESS
                    || isHeldPhase && isKeptBack && record.waits().parentRoute() != null) {
                outcomes.add(outcome);
            }
            if (isExtended) {
                if (outcome.status() == RecordStatus.SUCCESS) {
                    inStep.add(record.pageRecord());
                } else if (answer != null && answer.isUnwritten()) {
                    unwritten.add(record.key());
                }
            }
        }
        // What is read by key may have changed after rows that the run does not come across.
        if (phase == Phase.RANGE && context.keys() == null) {
            run.reach().add(page.page().rows(), page.page().unit());
        }
        Counts counts = tally.counts();
        run.hasCounted(counts);
        page.leaveRest();
        Position after = page.after();
        PageResult result = new PageResult(
                context,
                new Checkpoint(context.part(), context.fence(), after.phase().name(), after.cursor(), leases.until()),
                outcomes,
                counts,
                progress(page.page(), run.reach()),
                page.batches().stream().flatMap(Batch::settled).toList(),
                run.edit() == null ? null : run.edit().id());
        RecordedPage recorded = new RecordedPage(context, inStep, unwritten);
        run.awaitRecorded();
        run.recording(page, threads.submit(() -> {
            boolean cancelled = transaction.commit(result, hub -> {
                if (!recorded.isEmpty()) {
                    extension.recorded(hub, recorded);
                }
            });
            metrics.page(context, counts);
            return cancelled;
        }));
        if (context.route().pageSize() < 2) {
            run.awaitRecorded();
        }
    }

    private static SourceProgress progress(Page page, Reach reach) {
        return new SourceProgress(
                page.expected(),
                page.sourceNow(),
                page.horizon(),
                Objects.toString(page.unit(), null),
                reach.highest(),
                reach.far(),
                reach.beyond());
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /** Counts a page's records. */
    private static final class Tally {
        private int created;
        private int updated;
        private int unchanged;
        private int deleted;
        private int failed;
        private int blocked;
        private int onHold;

        void add(Judged record, Outcome outcome) {
            switch (outcome.status()) {
                case FAILED -> failed++;
                case BLOCKED -> blocked++;
                case ON_HOLD -> onHold++;
                default -> {
                    switch (outcome.action()) {
                        case CREATED -> created++;
                        case UPDATED, CANCELLED -> updated++;
                        case DELETED -> deleted += record.verdict().isDelivered() ? 1 : 0;
                        default -> unchanged += record.row().deleted() ? 0 : 1;
                    }
                }
            }
        }

        Counts counts() {
            int read = created + updated + unchanged + failed + blocked + onHold;
            return new Counts(read, created, updated, unchanged, deleted, failed, blocked, onHold);
        }
    }
}
