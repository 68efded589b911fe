package dev.syncline.reconcile;

import dev.syncline.page.Range;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** The phases, one after the other. */
public enum ReconciliationPhase {
    /** Compares the rows of the source in the range with the target: equal, missing, different. */
    SOURCE,
    /** Finds extra records, which the source does not have; only if all records are covered. */
    TARGET,
    /** Sends the listed differences by runs. */
    REPAIR,
    END
}
