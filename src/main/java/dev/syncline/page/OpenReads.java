package dev.syncline.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reads that runs go on with: one a run. */
final class OpenReads implements AutoCloseable {
    private final Map<Long, SqlRead> open = new ConcurrentHashMap<>();

    /** The run's, which nobody else has meanwhile; null where it has none. */
    SqlRead take(ReadRequest request) {
        return open.remove(request.runId());
    }

    void keep(ReadRequest request, SqlRead read) {
        SqlRead stale = open.put(request.runId(), read);
        if (stale != null) {
            stale.close();
        }
    }

    void closeIdle(long nanos) {
        open.forEach((run, read) -> {
            if (read.isIdleFor(nanos) && open.remove(run, read)) {
                read.close();
            }
        });
    }

    @Override
    public void close() {
        for (Long run : open.keySet()) {
            SqlRead read = open.remove(run);
            if (read != null) {
                read.close();
            }
        }
    }
}
