package dev.syncline.system.http;

import dev.syncline.system.CallWaits;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A number of bytes that calls share. A call reserves all that it needs at once, and queues until that is free. Its run
 * shows that it is waiting; the wait ends early when the run is cancelled or the program stops.
 */
final class Room {
    private final long total;
    private final CallWaits waits;
    private final Clock clock;
    private final Deque<Waiter> line = new ArrayDeque<>();
    private long free;

    Room(long total, CallWaits waits, Clock clock) {
        this.total = total;
        this.waits = waits;
        this.clock = clock;
        this.free = total;
    }

    long total() {
        return total;
    }

    synchronized long free() {
        return free;
    }

    synchronized int waiting() {
        return line.size();
    }

    /**
     * Reserves bytes; the whole room if it is smaller.
     *
     * @param run number of the run that waits
     * @return empty if they did not become free in that time
     * @throws RuntimeException if the run is cancelled or its lease is lost meanwhile, or the program stops
     */
    Optional<Reservation> take(long wanted, long run, Duration patience) {
        Waiter waiter = new Waiter(Math.min(wanted, total));
        if (hasEntered(waiter)) {
            return Optional.of(new Reservation(waiter.bytes));
        }
        boolean isOver = false;
        try {
            waits.await(run, clock.instant().plus(patience), waiter.woken);
            isOver = true;
        } finally {
            if (!isOver && hasLeftWith(waiter)) {
                giveBack(waiter.bytes); // the bytes became free just as the wait ended
            }
        }
        return hasLeftWith(waiter) ? Optional.of(new Reservation(waiter.bytes)) : Optional.empty();
    }

    private synchronized boolean hasEntered(Waiter waiter) {
        waiter.isGranted = line.isEmpty() && free >= waiter.bytes;
        if (waiter.isGranted) {
            free -= waiter.bytes;
        } else {
            line.add(waiter);
        }
        return waiter.isGranted;
    }

    /** Leaves the queue; returns whether it has got the bytes. */
    private synchronized boolean hasLeftWith(Waiter waiter) {
        if (!waiter.isGranted) {
            line.remove(waiter);
            grant();
        }
        return waiter.isGranted;
    }

    private synchronized void giveBack(long bytes) {
        free += bytes;
        grant();
    }

    private void grant() {
        while (!line.isEmpty() && free >= line.peek().bytes) {
            Waiter first = line.remove();
            free -= first.bytes;
            first.isGranted = true;
            first.woken.countDown();
        }
    }

    /** A call in the queue. */
    private static final class Waiter {
        private final long bytes;
        private final CountDownLatch woken = new CountDownLatch(1);
        private boolean isGranted;

        private Waiter(long bytes) {
            this.bytes = bytes;
        }
    }

    /** The bytes that a call has reserved. Used by one thread at a time. */
    final class Reservation implements AutoCloseable {
        private long held;

        private Reservation(long held) {
            this.held = held;
        }

        long held() {
            return held;
        }

        /** Releases the bytes above this number. */
        void shrink(long to) {
            if (to < held) {
                giveBack(held - to);
                held = to;
            }
        }

        /** Releases all bytes; further calls have no effect. */
        @Override
        public void close() {
            shrink(0);
        }
    }
}
