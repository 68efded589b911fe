package dev.syncline.document.edi;

import dev.syncline.document.SupplierOrder;
import java.util.List;

/** Reads one message, segment by segment. */
public interface MessageReader {
    /**
     * Reads a segment.
     *
     * @param position of the segment in the message, from 1
     */
    void take(Segment segment, int position) throws UnreadableMessage;

    /** Returns the orders of the message, after its last segment. */
    List<SupplierOrder> orders() throws UnreadableMessage;
}
