package dev.syncline.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A row of the status table, to be read. Pages write it, see {@link StatusWriter}. */
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
    public boolean keyless;

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
}
