package dev.syncline.supplier.acknowledgement;

import java.time.Instant;

/**
 * An acknowledgement in kind that is to be sent.
 *
 * @param named what the supplier calls the acknowledged document, and the document's number here
 * @param refusals how often the supplier refused it for its content; refusals within an hour count as one
 * @param refusedAt when the last refusal was counted; null if there was none
 */
record OwedAcknowledgement(
        Place place, String named, String contentType, byte[] content, int refusals, Instant refusedAt) {
    /**
     * The place among the owed acknowledgements: by rank, then oldest first.
     *
     * @param rank 0, and higher for each failure and refusal
     * @param document number of the acknowledged document
     */
    record Place(int rank, long document) {
        static final Place FIRST = new Place(0, 0);
    }
}
