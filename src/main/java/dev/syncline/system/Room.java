package dev.syncline.system;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A number of bytes that calls share. A call takes all that it needs at once, and waits in line where that is not free. Its
 * run shows that it waits; cancelling it ends the wait, and so does the end of the program.
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
     * Takes so many bytes, or all of them where it is less.
     *
     * @param run number of the run that waits
     * @return empty when they did not become free in that time
     * @throws RuntimeException when the run is cancelled or lost meanwhile, or the program stops
     */
    Optional<Place> take(long wanted, long run, Duration patience) {
        Waiter waiter = new Waiter(Math.min(wanted, total));
        if (hasEntered(waiter)) {
            return Optional.of(new Place(waiter.bytes));
        }
        boolean isOver = false;
        try {
            waits.await(run, clock.instant().plus(patience), waiter.woken);
            isOver = true;
        } finally {
            if (!isOver && hasLeftWith(waiter)) {
                giveBack(waiter.bytes); // they were free just as the wait ended
            }
        }
        return hasLeftWith(waiter) ? Optional.of(new Place(waiter.bytes)) : Optional.empty();
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

    /** Leaves the line; whether with the bytes. */
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

    /** A call that waits in line. */
    private static final class Waiter {
        private final long bytes;
        private final CountDownLatch woken = new CountDownLatch(1);
        private boolean isGranted;

        private Waiter(long bytes) {
            this.bytes = bytes;
        }
    }

    /** What one call has taken. Used by one thread at a time. */
    final class Place implements AutoCloseable {
        private long held;

        private Place(long held) {
            this.held = held;
        }

        long held() {
            return held;
        }

        /** Gives back what is more than this. */
        void shrink(long to) {
            if (to < held) {
                giveBack(held - to);
                held = to;
            }
        }

        /** Gives back all, at the first call. */
        @Override
        public void close() {
            shrink(0);
        }
    }
}
