package dev.syncline.judge;

import dev.syncline.extension.PageRecord;
import dev.syncline.page.Row;
import dev.syncline.record.Hashes;
import dev.syncline.record.Known;
import dev.syncline.record.RecordHead;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.Waits;
import java.util.List;

/**
 * A record of a page with what is to happen with it.
 *
 * @param head with the key in the status table: the row's own, or a made-up one where the row's is blank or not unique
 * @param known what the status table knows; null for a new one
 * @param reason why, where the verdict is no delivery
 * @param waits what it waits for, where it is kept back; else null
 */
public record Judged(
        RecordHead head, Row row, Known known, Verdict verdict, String reason, Waits waits, Payload payload) {
    public String key() {
        return head.key();
    }

    public boolean keyless() {
        return head.keyless();
    }

    public byte[] content() {
        return payload.content();
    }

    public Hashes hashes() {
        return payload.hashes();
    }

    public List<String> changed() {
        return payload.changed();
    }

    public String idempotencyKey() {
        return payload.idempotencyKey();
    }

    /** The same as an extension of its route sees it. */
    public PageRecord pageRecord() {
        return new PageRecord(key(), row, content());
    }

    /** Whether it is at the target as its source has it, and the status table says so: it counts as read, and no more. */
    public boolean isInStep() {
        return verdict == Verdict.UNCHANGED
                && known != null
                && known.status() == RecordStatus.SUCCESS
                && !row.deleted();
    }

    /** Whether the target is sent something that it never had. */
    public boolean isCreation() {
        return verdict == Verdict.UPSERT && (known == null || !known.isDelivered());
    }
}
