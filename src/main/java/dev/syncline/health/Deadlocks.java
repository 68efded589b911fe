package dev.syncline.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Threads that wait for each other. */
final class Deadlocks {
    private static final Logger LOG = Logger.getLogger(Deadlocks.class);

    private volatile boolean canTell = true;

    /** Their names; none where the platform does not tell, as in a native image. */
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
        } catch (RuntimeException | Error e) { // a native image has its own of both kinds
            canTell = false;
            LOG.debug("Deadlocks are not looked for here", e);
            return List.of();
        }
    }

    private static String text(ThreadInfo thread) {
        return "Thread " + thread.getThreadName() + " and " + thread.getLockOwnerName() + " wait for each other";
    }
}
