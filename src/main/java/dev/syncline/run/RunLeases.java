package dev.syncline.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The leases of active runs, as they stand in the hub. */
@ApplicationScoped
class RunLeases {
    private final Clock clock;
    private final Lease lease;

    RunLeases(Clock clock, Lease lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** Renews those of the runs that this process carries out; the others it has lost. */
    @Transactional(rollbackOn = Exception.class)
    void renew() {
        List<Long> held = lease.held();
        if (held.isEmpty()) {
            return;
        }
        Instant until = lease.until();
        List<Long> granted = Run.getEntityManager()
                .createNativeQuery(
                        """
                        update sync_run set lease_until = ?1
                        where id = any(?2) and owner = ?3 and status = 'IN_PROGRESS'
                        returning id""",
                        Long.class)
                .setParameter(1, until)
                .setParameter(2, held.toArray(Long[]::new))
                .setParameter(3, lease.owner())
                .getResultList();
        lease.renewed(granted, until);
    }

    /** Active runs that nobody carries out: their lease is over, or they were queued for so long. */
    @Transactional(rollbackOn = Exception.class)
    List<Run> abandoned(Duration queuedFor) {
        Instant now = clock.instant();
        return Run.list(
                """
                status = ?1 and (leaseUntil < ?2 or leaseUntil is null and createdAt < ?3)
                and (afterRun is null or afterRun not in (select r.id from Run r where r.status = ?1))""",
                RunStatus.IN_PROGRESS,
                now,
                now.minus(queuedFor));
    }
}
