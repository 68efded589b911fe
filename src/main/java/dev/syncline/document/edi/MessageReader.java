package dev.syncline.document.edi;

import dev.syncline.document.SupplierOrder;
import java.util.List;

/** Reads one message, segment by segment. */
public interface MessageReader {
    /** @param position of the segment in the message, from 1 */
    void take(Segment segment, int position) throws Broken;

    /** What the message says, after its last segment. */
    List<SupplierOrder> orders() throws Broken;
}
