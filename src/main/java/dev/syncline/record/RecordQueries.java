package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What others may ask of the status table. */
@ApplicationScoped
public class RecordQueries {
    private final EntityManager hub;
    private final RouteNumbers numbers;

    RecordQueries(EntityManager hub, RouteNumbers numbers) {
        this.hub = hub;
        this.numbers = numbers;
    }

    /** @see SyncRecord#after */
    @Transactional
    public List<SyncRecord> after(
            String route, RecordStatus status, String q, int afterRoute, String afterKey, int limit) {
        return SyncRecord.after(route == null ? null : numbers.of(route), status, q, afterRoute, afterKey, limit);
    }

    @Transactional
    public Optional<SyncRecord> find(String route, String key) {
        return SyncRecord.findByIdOptional(new SyncRecord.Key(numbers.of(route), key));
    }

    /** What was to be sent, JSON; empty for a record that is a success. */
    @Transactional
    public Optional<String> payload(String route, String key) {
        List<?> found = hub.createNativeQuery("select payload from sync_payload where route = ?1 and key = ?2")
                .setParameter(1, numbers.of(route))
                .setParameter(2, key)
                .getResultList();
        return found.stream().map(Object::toString).findFirst();
    }

    /** Keys of a route's records in that status, in order. */
    @Transactional
    public List<String> keys(String route, RecordStatus status, int limit) {
        return SyncRecord.after(numbers.of(route), status, null, 0, "", limit).stream()
                .map(found -> found.key)
                .toList();
    }
}
