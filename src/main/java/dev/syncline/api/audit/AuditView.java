package dev.syncline.api.audit;

import dev.syncline.record.AuditEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** A line of the audit log as the API shows it. */
@RegisterForReflection
public record AuditView(
        long id,
        Instant at,
        String who,
        String address,
        String action,
        String subject,
        String outcome,
        List<String> keys,
        Boolean dryRun,
        String detail) {
    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.who(),
                entry.address(),
                entry.action(),
                entry.subject(),
                entry.outcome().name(),
                entry.keys(),
                entry.dryRun(),
                entry.detail());
    }
}
