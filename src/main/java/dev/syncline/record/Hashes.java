package dev.syncline.record;

import java.util.UUID;

/**
 * What of a record is compared, in short.
 *
 * @param content of its fields; null for none
 * @param children of its children; null where they were not read
 * @param attempted of what was tried last and was no success; null after a success
 * @param fields two bytes a field
 */
public record Hashes(UUID content, UUID children, UUID attempted, byte[] fields) {
    public static final Hashes NONE = new Hashes(null, null, null, null);
}
