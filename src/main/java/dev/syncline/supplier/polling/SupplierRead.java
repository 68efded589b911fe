package dev.syncline.supplier.polling;

import dev.syncline.page.ReadRequest;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.acknowledgement.AcknowledgementBatch;
import dev.syncline.supplier.acknowledgement.AcknowledgingRead;
import dev.syncline.supplier.inbox.SupplierRow;
import dev.syncline.system.outage.CallState;
import dev.syncline.system.outage.SystemCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request for a page of a supplier, and its calls. */
final class SupplierRead implements SystemCaller, AcknowledgingRead {
    /**
     * A call to the supplier.
     *
     * @param path below its address, with its query
     * @param isOfOrder whether it asks for an order, which may be unknown to the supplier
     */
    record Call(String path, boolean isOfOrder) {}

    /**
     * The phases of a run: new documents of the supplier, orders that were requested, all orders that changed, and then
     * the acknowledgements that are owed.
     */
    enum Phase {
        POLL,
        WANTED,
        ORDERS,
        ACKNOWLEDGEMENTS
    }

    /**
     * Where a run continues.
     *
     * @param began when the run began to ask
     * @param until up to when all changes at the supplier are received after this poll, by the supplier's clock; null
     *     if unknown, as an answer could not be read: then the next poll asks for the same again
     * @param place within the phase; empty for its beginning
     */
    record Position(Phase phase, Instant began, Instant until, String place) {
        private static final String NOT_KNOWN = "-";

        static Position of(String cursor) {
            String[] parts = cursor.split("\\|", 4);
            return new Position(
                    Phase.valueOf(parts[0]),
                    Instant.parse(parts[1]),
                    parts[2].equals(NOT_KNOWN) ? null : Instant.parse(parts[2]),
                    parts[3]);
        }

        Position at(Phase next, String nextPlace) {
            return new Position(next, began, until, nextPlace);
        }

        @Override
        public String toString() {
            return phase + "|" + began + "|" + (until == null ? NOT_KNOWN : until) + "|" + place;
        }
    }

    private final CallState state = new CallState();

    final ReadRequest request;
    final Supplier supplier;
    /** Null if the request names its records. */
    final Position position;

    /** When the calls began. */
    final Instant asked;

    final Deque<Call> calls = new ArrayDeque<>();
    final Map<String, SupplierRow> seen = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>();
    /** Orders that the supplier is asked for by their numbers. */
    final List<String> askedFor = new ArrayList<>();
    /** The cursor of the supplier's next page. */
    String next;
    /** Whether an answer may have been damaged on its way, and is to be asked for again. */
    boolean isDoubtful;
    /** How far the supplier's clock is behind ours; never negative. */
    Duration behind = Duration.ZERO;

    private final AcknowledgementBatch acknowledgements;

    SupplierRead(ReadRequest request, Supplier supplier, Position position, Instant asked) {
        this.asked = asked;
        this.request = request;
        this.supplier = supplier;
        this.position = position;
        this.acknowledgements = new AcknowledgementBatch(request, supplier);
    }

    @Override
    public AcknowledgementBatch acknowledgements() {
        return acknowledgements;
    }

    @Override
    public CallState calls() {
        return state;
    }

    /** Returns the position with the result of the poll. */
    Position polled() {
        Instant until = position.place().isEmpty() ? position.began().minus(behind) : position.until();
        return new Position(position.phase(), position.began(), isDoubtful ? null : until, position.place());
    }
}
