package dev.syncline.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something a person should look at, as it stands in {@code sync_notice}; written by {@link Notices} alone. */
@Entity
@Table(name = "sync_notice")
public class Notice extends PanacheEntityBase {
    @Id
    public Long id;

    /** What it is of: {@code DID_NOT_RUN}, {@code MISSING_ITEM} ... */
    public String kind;

    /** Null where it is of no route. */
    public String route;

    /** Of what it is about, a record mostly; null where it is about the route as a whole. */
    public String key;

    public String text;

    /** When it was raised first, and last. */
    public Instant at;

    @Column(name = "last_at")
    public Instant lastAt;

    /** How often it was raised. */
    public int count;

    /** Null while it is open. */
    @Column(name = "resolved_at")
    public Instant resolvedAt;

    @Column(name = "resolved_by")
    public String resolvedBy;

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
