package dev.syncline.record;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Makes the partitions of the document log before they are needed. */
@ApplicationScoped
class LogPartitions {
    private final EntityManager hub;

    LogPartitions(EntityManager hub) {
        this.hub = hub;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        make();
    }

    @Scheduled(cron = "0 7 3 * * ?", identity = "document-log-partitions")
    @Transactional
    void daily() {
        make();
    }

    private void make() {
        hub.createNativeQuery("select 1 from (select sync_document_log_partitions()) made")
                .getResultList();
    }
}
