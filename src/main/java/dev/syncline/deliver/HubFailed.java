package dev.syncline.deliver;

/** The hub did not tell what is remembered of a record: no fault of the record, nor of its target. */
final class HubFailed extends IllegalStateException {
    HubFailed(RuntimeException failure) {
        super(failure.getMessage(), failure);
    }
}
