package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.record.Audit;
import dev.syncline.record.Edits;
import dev.syncline.record.RecordFilter;
import dev.syncline.record.RetryLine;
import dev.syncline.record.RetryLine.Selection;
import dev.syncline.record.RouteNumbers;
import dev.syncline.run.phase.Phase;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes down a run that retries records, together with the records that stand in line for it. */
@ApplicationScoped
class Retries {
    private final NewRuns newRuns;
    private final RetryLine line;
    private final Edits edits;
    private final RouteNumbers numbers;
    private final Audit audit;

    Retries(NewRuns newRuns, RetryLine line, Edits edits, RouteNumbers numbers, Audit audit) {
        this.newRuns = newRuns;
        this.line = line;
        this.edits = edits;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * @param payload what to send in the stead of the one record that is wanted; null for what the source has
     * @throws NothingToRetry when no record is what is wanted
     * @throws org.hibernate.exception.ConstraintViolationException when the route has an active run
     */
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = 600) // a line may be long
    Run write(String route, Selection wanted, String payload, String who) {
        int number = numbers.of(route);
        // Children are read too: the payload that failed may have had them, and what is required may be in them.
        Run run = newRuns.create(
                new RunRequest(route, Trigger.RETRY, who, Range.ALL, null, Depth.DEEP, false, null), Phase.IN_LINE);
        run.expected = line.join(number, wanted);
        if (run.expected == 0) {
            throw new NothingToRetry(route);
        }
        if (payload != null) {
            edits.add(run.id, number, wanted.key(), payload, who);
        }
        audit.writeRun(who, "retry", route, detail(run, wanted, payload), wanted.keys(), false);
        return run;
    }

    private static String detail(Run run, Selection wanted, String payload) {
        RecordFilter filter = wanted.filter();
        return "run " + run.id + ", " + run.expected + " " + wanted.status()
                + (wanted.key() == null ? "" : ", " + wanted.key())
                + (filter.q() == null ? "" : ", with '" + filter.q() + "'")
                + (filter.reason() == null ? "" : ", for '" + filter.reason() + "'")
                + (payload == null ? "" : ", edited: " + payload);
    }
}
