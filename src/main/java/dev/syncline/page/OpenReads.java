package dev.syncline.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reads that work items continue: one over a window and one over keys for each item. */
final class OpenReads implements AutoCloseable {
    private final Map<Reader, SqlRead> open = new ConcurrentHashMap<>();

    private record Reader(long item, boolean isKeyed) {
        static Reader of(ReadRequest request) {
            return new Reader(request.part(), request.keys() != null);
        }
    }

    /** The item's, which nobody else has meanwhile; null where it has none. */
    SqlRead take(ReadRequest request) {
        return open.remove(Reader.of(request));
    }

    void keep(ReadRequest request, SqlRead read) {
        SqlRead stale = open.put(Reader.of(request), read);
        if (stale != null) {
            stale.close();
        }
    }

    void closeIdle(long nanos) {
        open.forEach((reader, read) -> {
            if (read.isIdleFor(nanos) && open.remove(reader, read)) {
                read.close();
            }
        });
    }

    @Override
    public void close() {
        for (Reader reader : open.keySet()) {
            SqlRead read = open.remove(reader);
            if (read != null) {
                read.close();
            }
        }
    }
}
