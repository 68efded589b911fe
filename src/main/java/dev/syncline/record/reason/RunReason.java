package dev.syncline.record.reason;

import dev.syncline.record.RecordStatus;

/**
 * Why a run kept records back.
 *
 * @param reason without what differs from record to record
 */
public record RunReason(RecordStatus status, String reason, long records) {}
