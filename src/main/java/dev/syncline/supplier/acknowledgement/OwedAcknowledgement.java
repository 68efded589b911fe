package dev.syncline.supplier.acknowledgement;

import java.time.Instant;

/**
 * An acknowledgement in kind that is still to be sent.
 *
 * @param named what the supplier calls the document that it answers, and the document's number here
 * @param refusals how often the supplier refused it for what is in it; refusals within an hour count as one
 * @param refusedAt when the last of them was counted; null where there are none
 */
record OwedAcknowledgement(
        Place place, String named, String contentType, byte[] content, int refusals, Instant refusedAt) {
    /**
     * Where it stands in line: by rank, then oldest first.
     *
     * @param rank 0, and more the oftener it was tried without avail or refused
     * @param document number of the document that it answers
     */
    record Place(int rank, long document) {
        static final Place FIRST = new Place(0, 0);
    }
}
