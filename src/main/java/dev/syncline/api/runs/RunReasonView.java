package dev.syncline.api.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Why a run kept records back.
 *
 * @param reason without what differs from record to record, as {@code GET /api/records?reason=} takes it
 * @param isNew whether the run of the route before it kept none back for that reason; null if that is not known
 */
@RegisterForReflection
public record RunReasonView(String status, String reason, long records, Boolean isNew) {}
