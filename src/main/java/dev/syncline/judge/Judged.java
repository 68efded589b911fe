package dev.syncline.judge;

import dev.syncline.extension.PageRecord;
import dev.syncline.page.Row;
import dev.syncline.record.Known;
import dev.syncline.record.Waits;
import java.util.List;
import java.util.UUID;

/**
 * A record of a page with what is to happen with it.
 *
 * @param key the key in the status table: the row's own, or a made-up one where the row's is blank or not unique
 * @param keyless whether it is made up
 * @param known what the status table knows; null for a new one
 * @param content JSON in UTF-8
 * @param fieldHashes two bytes a field of what is to be sent; null where nothing is
 * @param changed names of the fields that changed since the last delivery, as far as is known
 * @param idempotencyKey the same whenever the same change of the same record is sent again
 * @param reason why, where the verdict is no delivery
 * @param waits what it waits for, where it is kept back; else null
 */
public record Judged(
        String key,
        boolean keyless,
        String title,
        Row row,
        Known known,
        Verdict verdict,
        byte[] content,
        UUID contentHash,
        UUID childHash,
        UUID attemptedHash,
        byte[] fieldHashes,
        List<String> changed,
        String idempotencyKey,
        String reason,
        Waits waits) {

    /** The same as an extension of its route sees it. */
    public PageRecord pageRecord() {
        return new PageRecord(key, row, content);
    }

    /** Whether the target is sent something that it never had. */
    public boolean isCreation() {
        return verdict == Verdict.UPSERT && (known == null || !known.isDelivered());
    }
}
