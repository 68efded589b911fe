package dev.syncline.api;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many bodies of callers that nobody knows yet are held at the same time, and how many bytes of them. */
final class BodyRoom {
    /** The part of the memory that they may have. */
    private static final int SHARE = 32;

    private final int mostBodies;
    private final long mostBytes;
    private final AtomicInteger bodies = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    BodyRoom(int mostBodies, long mostBytes) {
        this.mostBodies = mostBodies;
        this.mostBytes = mostBytes;
    }

    /** Of this process, for at least one of the longest. */
    static BodyRoom own(int mostBodies, long longest) {
        return new BodyRoom(mostBodies, Math.max(longest, Runtime.getRuntime().maxMemory() / SHARE));
    }

    int bodies() {
        return bodies.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** @param expected bytes that the body says that it has; 0 if it does not */
    Optional<Place> enter(long expected) {
        if (bodies.incrementAndGet() > mostBodies) {
            bodies.decrementAndGet();
            return Optional.empty();
        }
        Place place = new Place();
        if (!place.holds(expected)) {
            place.leave();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** Of one body; used by the thread of its connection. */
    final class Place {
        private long held;
        private boolean isLeft;
        private boolean isEnded;

        /** Whether there is room for so many bytes of the body; they are held then. */
        boolean holds(long length) {
            long more = length - held;
            if (isLeft) {
                return false;
            } else if (more <= 0) {
                return true;
            } else if (bytes.addAndGet(more) > mostBytes) {
                bytes.addAndGet(-more);
                return false;
            }
            held = length;
            return true;
        }

        /** Ends the reading; whether it went on until now. */
        boolean end() {
            boolean before = isEnded;
            isEnded = true;
            return !before;
        }

        boolean isEnded() {
            return isEnded;
        }

        /** Gives back what is held, at the first call. */
        void leave() {
            if (!isLeft) {
                isLeft = true;
                bodies.decrementAndGet();
                bytes.addAndGet(-held);
            }
        }
    }
}
