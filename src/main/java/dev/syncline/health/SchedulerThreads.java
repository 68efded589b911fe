package dev.syncline.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Watches the scheduler's own threads: the one that fires triggers, and those that check for other processes and
 * misfires.
 */
@ApplicationScoped
class SchedulerThreads {
    private static final List<String> NAMES = List.of("_QuartzSchedulerThread", "_ClusterManager", "_MisfireHandler");

    private final Scheduler scheduler;
    private volatile List<Thread> threads = List.of();

    SchedulerThreads(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Returns those that have died while the scheduler is running. */
    List<String> dead() {
        try {
            if (!scheduler.isStarted() || scheduler.isShutdown()) {
                return List.of();
            }
        } catch (SchedulerException e) {
            return List.of("The state of the scheduler is unknown: " + e.getMessage());
        }
        if (threads.size() < NAMES.size()) {
            threads = find(); // they are started one after the other
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
