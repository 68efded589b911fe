package dev.syncline.duty;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What this process does in the background, and the threads of it that died of an Error: liveness asks here. */
@ApplicationScoped
public class Duties {
    private static final Logger LOG = Logger.getLogger(Duties.class);
    private static final int MOST_CAUSES = 50;

    private final Set<Duty> duties = ConcurrentHashMap.newKeySet();
    private final Set<String> deaths = ConcurrentHashMap.newKeySet();
    private UncaughtExceptionHandler before;

    /** Has work done again and again, with a pause between the rounds, until it is stopped. */
    public Duty repeat(String name, Duration first, Duration pause, Duty.Work work) {
        Duty duty = new Duty(name, first, pause, work);
        duties.add(duty);
        return duty;
    }

    /** What this process cannot do any more; empty while it can work. */
    public List<String> problems() {
        return Stream.concat(
                        duties.stream()
                                .flatMap(duty -> duty.problem().map(problem -> duty.name() + ": " + problem).stream()),
                        deaths.stream())
                .sorted()
                .toList();
    }

    /**
     * Heeds what some work failed by, though its thread goes on: after an Error of the virtual machine, as one of memory,
     * nobody knows what else it left undone. A stack that was too deep left nothing.
     */
    public void heed(String work, Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                deaths.add(work + " ended by " + cause);
                return;
            }
            cause = cause.getCause();
        }
    }

    void watch(@Observes StartupEvent event) {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::died);
    }

    void stop(@Observes ShutdownEvent event) {
        Thread.setDefaultUncaughtExceptionHandler(before);
        duties.forEach(Duty::stop);
        duties.clear();
    }

    /** Of an exception, a thread of a pool is replaced; after an Error nobody knows what it left behind. */
    void died(Thread thread, Throwable cause) {
        if (cause instanceof Error) {
            deaths.add("Thread " + thread.getName() + " died of " + cause);
        }
        if (before != null) {
            before.uncaughtException(thread, cause);
        } else {
            LOG.errorf(cause, "Thread %s died", thread.getName());
        }
    }
}
