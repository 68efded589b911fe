package dev.syncline.supplier;

/**
 * An acknowledgement in kind that is still to be sent.
 *
 * @param document number of the document that it answers
 * @param named what the supplier calls that document
 * @param refusals how often the supplier refused it for what is in it
 */
record OwedAcknowledgement(Place place, String named, String contentType, byte[] content, int refusals) {
    /**
     * Where it stands in line: oldest first, but those that were tried too often without avail stand behind all others.
     *
     * @param document number of the document that it answers
     */
    record Place(boolean isBehind, long document) {
        static final Place FIRST = new Place(false, 0);
    }
}
