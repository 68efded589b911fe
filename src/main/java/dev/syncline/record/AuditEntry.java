package dev.syncline.record;

import java.time.Instant;
import java.util.List;

/**
 * A line of the audit log.
 *
 * @param action what was done: run, cancel, retry, pause ...
 * @param subject with what: a route's id, a rule
 * @param address from where it was asked for; null where the program did it by itself
 * @param keys of a run over named records; null for others
 * @param dryRun null where it is no run
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String action,
        String subject,
        String address,
        Outcome outcome,
        List<String> keys,
        Boolean dryRun,
        String detail) {
    /** What came of it. */
    public enum Outcome {
        DONE,
        /** A role or a state forbids it. */
        REFUSED,
        /** It was no log-in. */
        FAILED
    }
}
