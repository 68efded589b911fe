package dev.syncline.supplier.acknowledgement;

import dev.syncline.page.ReadRequest;
import dev.syncline.supplier.Supplier;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Holds the acknowledgements that a page of a run sends, one after the other. */
public final class AcknowledgementBatch {
    final ReadRequest request;
    final Supplier supplier;

    /** When the run began to send acknowledgements. */
    Instant since;
    /** Acknowledgements to send. */
    final Deque<OwedAcknowledgement> owed = new ArrayDeque<>();
    /** Places of those that were sent, that were refused, or that another answer acknowledged meanwhile. */
    final List<OwedAcknowledgement.Place> sent = new ArrayList<>();
    /** Why the supplier did not take the last one that it did not take; null where it took all. */
    String problem;
    /** Whether the supplier would take no other now. */
    boolean isStopped;

    public AcknowledgementBatch(ReadRequest request, Supplier supplier) {
        this.request = request;
        this.supplier = supplier;
    }
}
