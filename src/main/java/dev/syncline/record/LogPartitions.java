package dev.syncline.record;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Makes the partitions of the document log before they are needed. */
@ApplicationScoped
public class LogPartitions {
    private static final String MISSING =
            """
            select exists (
                    select from generate_series(0, 1) n, to_char(
                        cast(:now as timestamptz) + make_interval(months => n), 'YYYYMM') month
                    where to_regclass('sync_document_log_' || month) is null)
                or exists (select from (select at from sync_document_log_rest order by id desc limit 1) newest
                           where at > cast(:now as timestamptz) - interval '1 day')""";

    /** In one transaction. Where two processes start at once, the second finds what the first has made. */
    static final List<String> MAKE = List.of(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('document log partitions', 0))) locked",
            "select 1 from (select sync_document_log_partitions()) made");

    private final EntityManager hub;

    LogPartitions(EntityManager hub) {
        this.hub = hub;
    }

    /** Whether the month of that time or the next has none, or what is written then goes elsewhere for another cause. */
    @Transactional(rollbackOn = Exception.class)
    public boolean isMissing(Instant now) {
        return (Boolean) hub.createNativeQuery(MISSING).setParameter("now", now).getSingleResult();
    }

    @Transactional(rollbackOn = Exception.class)
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        make();
    }

    @Scheduled(cron = "0 7 3 * * ?", identity = "document-log-partitions")
    @Transactional(rollbackOn = Exception.class)
    void daily() {
        make();
    }

    private void make() {
        MAKE.forEach(statement -> hub.createNativeQuery(statement).getResultList());
    }
}
