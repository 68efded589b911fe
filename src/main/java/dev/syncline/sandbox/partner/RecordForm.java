package dev.syncline.sandbox.partner;

/**
 * The field names by which a partner system answers its records.
 *
 * @param flat whether a record's fields are beside its key, and not in an object of their own
 */
record RecordForm(
        String records, String key, String changedAt, String deleted, String next, String total, boolean flat) {
    static final RecordForm BATCH =
            new RecordForm("records", "key", "changedAt", "deleted", "nextCursor", "total", false);
    static final RecordForm SYNC = new RecordForm(
            "entities", "origin_id", "updated_at", "is_deleted", "next_page_token", "total_entries", true);
}
