package dev.syncline.health;

import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Probes whether systems can be reached, in parallel, and each only once at a time. Returns the last results at once,
 * so that a system that hangs delays only the first call, by at most a second.
 */
@ApplicationScoped
public class SystemProbes {
    public static final String REACHABLE = "reachable";
    public static final String SILENT = "does not answer";

    private static final int CONNECT_MILLIS = 1_000;
    private static final long FIRST_MILLIS = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Systems systems;
    private final Clock clock;
    private final Map<String, Probe> probes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "system-probe");
        thread.setDaemon(true);
        return thread;
    });

    SystemProbes(Systems systems, Clock clock) {
        this.systems = systems;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Returns the last known states, and probes systems again that were not probed lately. */
    public Map<String, String> states(Collection<String> names) {
        names.forEach(
                name -> probes.computeIfAbsent(name, system -> new Probe()).askIfOld(name));
        CompletableFuture<?>[] first =
                names.stream().map(name -> probes.get(name).first).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(first).get(FIRST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // systems without an answer yet are reported as such
        }
        Map<String, String> states = new TreeMap<>();
        names.forEach(name -> states.put(name, probes.get(name).state()));
        return states;
    }

    private String ask(String system) {
        try {
            if (systems.isSql(system)) {
                try (Connection connection = systems.sql(system).getConnection()) {
                    return connection.isClosed() ? SILENT : REACHABLE; // the pool has checked the connection
                }
            }
            URI url = URI.create(systems.url(system));
            int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
                return REACHABLE;
            }
        } catch (SystemNotConfigured e) {
            return e.getMessage();
        } catch (IOException | SQLException | RuntimeException e) {
            return "cannot be reached: " + e.getClass().getSimpleName();
        }
    }

    /** The probe of a system. */
    private final class Probe {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private String last;
        private Instant asked = Instant.EPOCH;
        private boolean isAsking;

        synchronized void askIfOld(String system) {
            Instant now = clock.instant();
            if (!isAsking && asked.isBefore(now.minus(FRESH))) {
                isAsking = true;
                asked = now;
                threads.execute(() -> answered(ask(system)));
            }
        }

        private void answered(String state) {
            synchronized (this) {
                last = state;
                isAsking = false;
            }
            first.complete(state);
        }

        /** Returns the state; a system that has not answered for longer than results are kept hangs. */
        synchronized String state() {
            boolean hangs = isAsking && asked.isBefore(clock.instant().minus(FRESH));
            return last == null || hangs ? SILENT : last;
        }
    }
}
