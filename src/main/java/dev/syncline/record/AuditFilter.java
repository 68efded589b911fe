package dev.syncline.record;

import dev.syncline.record.AuditEntry.Outcome;
import java.time.Instant;

/**
 * Which lines of the audit log are wanted; each part null for every one.
 *
 * @param who a user's name
 * @param subject a route's id or what else it was about
 * @param from the first time
 * @param to the time before which
 */
public record AuditFilter(String who, String subject, String action, Outcome outcome, Instant from, Instant to) {}
