package dev.syncline.system.http;

import dev.syncline.system.CallWaits;
import dev.syncline.system.PageMemory;
import dev.syncline.system.Systems;
import dev.syncline.system.http.Room.Reservation;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the room of the answers of all HTTP systems together: memory while they arrive and while they are parsed, disk
 * in between. A call reserves these in that order, and makes no other call before it has released them, so that calls
 * cannot deadlock.
 */
@ApplicationScoped
class AnswerRoom {
    /** The most bytes of an answer that is kept in memory; a longer one is kept in a file. */
    static final int SHORT = 256 << 10;

    /** A parsed answer takes this many times its bytes. */
    private static final int UNFOLDED = 4;

    /** Answers may take this part of the heap: one in four bytes. */
    private static final int SHARE = 4;

    private final Systems systems;
    private final Room coming;
    private final Room read;
    private final Room disk;

    @Inject
    AnswerRoom(
            Systems systems,
            CallWaits waits,
            Clock clock,
            @ConfigProperty(name = "syncline.answers.memory") Optional<MemorySize> memory,
            @ConfigProperty(name = "syncline.answers.disk") MemorySize disk) {
        this(
                systems,
                waits,
                clock,
                memory.map(MemorySize::asLongValue)
                        .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE),
                disk.asLongValue());
    }

    AnswerRoom(Systems systems, CallWaits waits, Clock clock, long memory, long disk) {
        this.systems = systems;
        this.coming = new Room(Math.max(SHORT, memory / 4), waits, clock);
        this.read = new Room(Math.max(SHORT, memory - memory / 4), waits, clock);
        this.disk = new Room(disk, waits, clock);
    }

    /** Reserves memory for an answer that is about to arrive. */
    Reservation coming(String system, long run) throws AnswerTooLong {
        return take(coming, SHORT, system, run, "memory");
    }

    /**
     * Reserves room on the disk.
     *
     * @param expected the most bytes that the answer can have
     */
    Reservation disk(String system, long run, long expected) throws AnswerTooLong {
        return take(disk, expected, system, run, "disk");
    }

    /** Reserves memory for parsing a long answer: for a page of it, and the record behind that. */
    Reservation read(String system, long run, long length) throws AnswerTooLong {
        long most = Math.min(length, PageMemory.own().page() + systems.longestRecord(system));
        return take(read, UNFOLDED * most, system, run, "memory");
    }

    private Reservation take(Room room, long bytes, String system, long run, String kind) throws AnswerTooLong {
        return room.take(bytes, run, systems.patience(system))
                .orElseThrow(() -> AnswerTooLong.noRoom(system, systems.patience(system), kind));
    }

    /** Returns the bytes of memory and disk that are not reserved. */
    long free() {
        return coming.free() + read.free() + disk.free();
    }

    int waiting() {
        return coming.waiting() + read.waiting() + disk.waiting();
    }
}
