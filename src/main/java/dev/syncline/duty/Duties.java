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

/** The background work of this process, and its threads that died of an Error, which liveness reports. */
@ApplicationScoped
public class Duties {
    private static final Logger LOG = Logger.getLogger(Duties.class);
    private static final int MOST_CAUSES = 50;

    private final Set<Duty> duties = ConcurrentHashMap.newKeySet();
    private final Set<String> deaths = ConcurrentHashMap.newKeySet();
    private UncaughtExceptionHandler before;

    /** Starts work that is repeated with a pause between the rounds, until it is stopped. */
    public Duty repeat(String name, Duration first, Duration pause, Round work) {
        Duty duty = new Duty(name, first, pause, work);
        duties.add(duty);
        return duty;
    }

    /** Returns what this process cannot do any more; empty while it can work. */
    public List<String> problems() {
        return Stream.concat(
                        duties.stream()
                                .flatMap(duty -> duty.problem().map(problem -> duty.name() + ": " + problem).stream()),
                        deaths.stream())
                .sorted()
                .toList();
    }

    /**
     * Records the failure of work whose thread continues: after an Error of the virtual machine, such as lack of
     * memory, the state of the program is uncertain. A stack overflow is not recorded.
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

    /**
     * Records a thread that died of an Error, which leaves an uncertain state. After an exception, a pool replaces its
     * thread.
     */
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
