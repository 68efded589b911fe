package dev.syncline.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Purges old data once a night in one of the processes. If it is interrupted, the next night continues. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final RunPurge runs;
    private final Purge purge;
    private final Clock clock;
    private final Duration runAge;
    private final Duration logAge;
    private final Duration noticeAge;
    private final Duration auditAge;
    private final Duration documentAge;

    Retention(
            RunPurge runs,
            Purge purge,
            Clock clock,
            @ConfigProperty(name = "syncline.retention.runs") Duration runAge,
            @ConfigProperty(name = "syncline.retention.log") Duration logAge,
            @ConfigProperty(name = "syncline.retention.notices") Duration noticeAge,
            @ConfigProperty(name = "syncline.retention.audit") Duration auditAge,
            @ConfigProperty(name = "syncline.retention.documents") Duration documentAge) {
        this.documentAge = documentAge;
        this.runs = runs;
        this.purge = purge;
        this.clock = clock;
        this.runAge = runAge;
        this.logAge = logAge;
        this.noticeAge = noticeAge;
        this.auditAge = auditAge;
    }

    @Scheduled(
            cron = "{syncline.retention.cron}",
            identity = "retention",
            concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        Instant now = clock.instant();
        long purgedRuns = runs.before(now.minus(runAge));
        long reconciliations = purge.reconciliations(now.minus(runAge));
        long intents = purge.intents(now.minus(runAge));
        int months = purge.months(now.minus(logAge));
        long logRows = purge.log(now.minus(logAge));
        long edits = purge.edits(now.minus(logAge));
        long notices = purge.notices(now.minus(noticeAge));
        long messages = purge.messages(now.minus(noticeAge));
        long notifications = purge.notifications(now.minus(noticeAge));
        long documents = purge.documents(now.minus(documentAge));
        long entries = purge.audit(now.minus(auditAge));
        LOG.infof(
                "Purged %d runs, %d reconciliations, %d unrecorded orders, %d months and %d further rows of the document log, %d edits, %d notices, %d messages, %d notifications, %d documents, %d audit entries",
                purgedRuns,
                reconciliations,
                intents,
                months,
                logRows,
                edits,
                notices,
                messages,
                notifications,
                documents,
                entries);
    }
}
