package dev.syncline.sandbox.partner;

/**
 * What became of a delivery.
 *
 * @param status created, updated, unchanged, deleted or refused
 * @param id the record's number in the partner system; null when refused
 * @param refusal null unless refused
 * @param duplicate whether this very delivery had its effect earlier
 */
record Outcome(String status, Long id, Refusal refusal, boolean duplicate) {
    static Outcome refused(Refusal refusal) {
        return new Outcome("refused", null, refusal, false);
    }

    static Outcome done(String status, long id) {
        return new Outcome(status, id, null, false);
    }
}
