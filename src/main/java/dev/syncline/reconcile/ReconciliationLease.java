package dev.syncline.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which reconciliations this process carries out, and how long they are its own unless it renews them. */
@ApplicationScoped
class ReconciliationLease {
    private final String owner = UUID.randomUUID().toString();
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final Duration length;

    ReconciliationLease(Clock clock, @ConfigProperty(name = "syncline.lease") Duration length) {
        this.clock = clock;
        this.length = length;
    }

    void hold(long reconciliation) {
        held.add(reconciliation);
    }

    void drop(long reconciliation) {
        held.remove(reconciliation);
    }

    List<Long> held() {
        return List.copyOf(held);
    }

    String owner() {
        return owner;
    }

    Duration length() {
        return length;
    }

    Instant until() {
        return clock.instant().plus(length);
    }
}
