package dev.syncline.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Finds threads that wait for each other. */
final class Deadlocks {
    private static final Logger LOG = Logger.getLogger(Deadlocks.class);

    private volatile boolean canTell = true;

    /** Returns their names; none if the platform cannot find them, as in a native image. */
    List<String> found() {
        if (!canTell) {
            return List.of();
        }
        try {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long[] ids = threads.findDeadlockedThreads();
            return ids == null || ids.length == 0
                    ? List.of()
                    : Arrays.stream(threads.getThreadInfo(ids))
                            .filter(Objects::nonNull)
                            .map(Deadlocks::text)
                            .toList();
        } catch (RuntimeException | Error e) { // a native image fails with exceptions of both kinds
            canTell = false;
            LOG.debug("Deadlocks cannot be detected on this platform", e);
            return List.of();
        }
    }

    private static String text(ThreadInfo thread) {
        return "Thread " + thread.getThreadName() + " and " + thread.getLockOwnerName() + " wait for each other";
    }
}
