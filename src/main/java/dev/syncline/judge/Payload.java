package dev.syncline.judge;

import dev.syncline.record.Hashes;
import java.util.List;

/**
 * What a record is sent with.
 *
 * @param content JSON in UTF-8
 * @param hashes of the content; those of the fields are null where nothing is sent
 * @param changed names of the fields that changed since the last delivery, as far as is known
 * @param idempotencyKey the same whenever the same change of the same record is sent again
 */
public record Payload(byte[] content, Hashes hashes, List<String> changed, String idempotencyKey) {}
