package dev.syncline.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A row of the status table, to be read. Pages write it, see {@link StatusTable}. */
@Entity
@Immutable
@Table(name = "sync_record")
@IdClass(SyncRecord.Key.class)
public class SyncRecord extends PanacheEntityBase {
    /** The route's number and the record's key. */
    public record Key(Integer route, String key) implements Serializable {}

    @Id
    public Integer route;

    @Id
    public String key;

    public short status;
    public short action;
    public short attempts;

    @Column(name = "changed_at")
    public Long changedAt;

    @Column(name = "attempted_at")
    public long attemptedAt;

    @Column(name = "synced_at")
    public Long syncedAt;

    @Column(name = "run_id")
    public long runId;

    @Column(name = "log_id")
    public Long logId;

    public String title;

    @Column(name = "target_ref")
    public String targetRef;

    public String reason;

    /**
     * Records in order of route and key, after the given one.
     *
     * @param q text that key or title contains; null for no filter, as the others
     */
    public static List<SyncRecord> after(
            Integer route, RecordStatus status, String q, int afterRoute, String afterKey, int limit) {
        StringBuilder query = new StringBuilder(
                route != null
                        ? "route = :route and key > :afterKey"
                        : "(route > :afterRoute or (route = :afterRoute and key > :afterKey))");
        Parameters values = Parameters.with("afterKey", afterKey);
        if (route != null) {
            values.and("route", route);
        } else {
            values.and("afterRoute", afterRoute);
        }
        if (status != null) {
            query.append(" and status = ").append(status.code());
            if (status != RecordStatus.SUCCESS) {
                query.append(" and status <> 1"); // lets the partial index be used
            }
        }
        if (q != null) {
            query.append(" and (key = :q or lower(key) like :like or lower(title) like :like)");
            String escaped =
                    q.toLowerCase().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            values.and("q", q).and("like", "%" + escaped + "%");
        }
        return SyncRecord.<SyncRecord>find(query + " order by route, key", values)
                .range(0, limit - 1)
                .list();
    }
}
