package dev.syncline.sandbox.partner;

/**
 * The outcome of a delivery.
 *
 * @param status created, updated, unchanged, deleted or refused
 * @param id the record's number in the partner system; null if refused
 * @param refusal null unless refused
 * @param duplicate whether the same delivery had its effect earlier
 */
record PartnerOutcome(String status, Long id, PartnerRefusal refusal, boolean duplicate) {
    static PartnerOutcome refused(PartnerRefusal refusal) {
        return new PartnerOutcome("refused", null, refusal, false);
    }

    static PartnerOutcome done(String status, long id) {
        return new PartnerOutcome(status, id, null, false);
    }
}
