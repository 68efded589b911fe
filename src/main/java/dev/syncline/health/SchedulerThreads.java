package dev.syncline.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** The scheduler's own threads: the one that fires, and those that look for other processes and for missed fires. */
@ApplicationScoped
class SchedulerThreads {
    private static final List<String> NAMES = List.of("_QuartzSchedulerThread", "_ClusterManager", "_MisfireHandler");

    private final Scheduler scheduler;
    private volatile List<Thread> threads = List.of();

    SchedulerThreads(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Those that have died while the scheduler runs. */
    List<String> dead() {
        try {
            if (!scheduler.isStarted() || scheduler.isShutdown()) {
                return List.of();
            }
        } catch (SchedulerException e) {
            return List.of("The scheduler does not say whether it runs: " + e.getMessage());
        }
        if (threads.size() < NAMES.size()) {
            threads = find(); // they come one after the other
        }
        return threads.stream()
                .filter(thread -> !thread.isAlive())
                .map(thread -> "Thread " + thread.getName() + " has ended")
                .toList();
    }

    List<Thread> threads() {
        return threads;
    }

    private static List<Thread> find() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] all = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(all);
        return Stream.of(Arrays.copyOf(all, count))
                .filter(Objects::nonNull)
                .filter(thread -> NAMES.stream().anyMatch(thread.getName()::endsWith))
                .toList();
    }
}
