package dev.syncline.deliver;

import java.util.ArrayList;
import java.util.List;

/** Where one call to a target ends and the next begins: by the number of its records, and by their bytes. */
final class BatchCut {
    /** A call that is larger makes targets refuse it, and keeps as much of the memory; a larger record goes alone. */
    static final int MOST_BYTES = 1 << 20;

    private BatchCut() {}

    /** The records in their order, in as few parts as they need. */
    static List<List<Delivery>> of(List<Delivery> records, int most) {
        List<List<Delivery>> parts = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < records.size(); i++) {
            int more = records.get(i).record().content().length;
            if (i > from && (i - from == most || bytes + more > MOST_BYTES)) {
                parts.add(records.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < records.size()) {
            parts.add(records.subList(from, records.size()));
        }
        return parts;
    }
}
