package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Who did what, and when. */
@ApplicationScoped
public class Audit {
    private final EntityManager hub;
    private final Clock clock;

    Audit(EntityManager hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * @param action what was done: run, cancel, retry, pause ...
     * @param subject with what: a route's id, a record
     */
    @Transactional(rollbackOn = Exception.class)
    public void write(String who, String action, String subject, String detail) {
        hub.createNativeQuery("insert into sync_audit (at, who, action, subject, detail) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, clock.instant())
                .setParameter(2, who)
                .setParameter(3, action)
                .setParameter(4, subject)
                .setParameter(5, detail)
                .executeUpdate();
    }
}
