package dev.syncline.api.notifications;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Limits how many bodies of unauthenticated callers are held at the same time, and how many bytes of them. */
final class BodyRoom {
    /** They may have this part of the heap: one in 32 bytes. */
    private static final int SHARE = 32;

    private final int mostBodies;
    private final long mostBytes;
    private final AtomicInteger bodies = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    BodyRoom(int mostBodies, long mostBytes) {
        this.mostBodies = mostBodies;
        this.mostBytes = mostBytes;
    }

    /** Returns the limits of this process, with room for at least one body of the longest length. */
    static BodyRoom own(int mostBodies, long longest) {
        return new BodyRoom(mostBodies, Math.max(longest, Runtime.getRuntime().maxMemory() / SHARE));
    }

    int bodies() {
        return bodies.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** @param expected the announced length of the body in bytes; 0 if it is unknown */
    Optional<BodyReservation> enter(long expected) {
        if (bodies.incrementAndGet() > mostBodies) {
            bodies.decrementAndGet();
            return Optional.empty();
        }
        BodyReservation place = new BodyReservation();
        if (!place.holds(expected)) {
            place.leave();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** The room of one body; used by the thread of its connection. */
    final class BodyReservation {
        private long held;
        private boolean isLeft;
        private boolean isEnded;

        /** Reserves room for the body up to that length; returns false if it is not available. */
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

        /** Ends the reading; returns false if it had ended before. */
        boolean end() {
            boolean before = isEnded;
            isEnded = true;
            return !before;
        }

        boolean isEnded() {
            return isEnded;
        }

        /** Releases the room; further calls have no effect. */
        void leave() {
            if (!isLeft) {
                isLeft = true;
                bodies.decrementAndGet();
                bytes.addAndGet(-held);
            }
        }
    }
}
