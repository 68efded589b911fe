package dev.syncline.system;

import dev.syncline.system.Room.Place;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the answers of all HTTP systems together may take: of memory while they come and while they are read, and of disk in
 * between. A call takes these in that order, and makes no other call before it has given them back, so that no two wait for
 * each other.
 */
@ApplicationScoped
class AnswerRoom {
    /** Bytes of an answer that stay in memory; a longer one stands in a file. */
    static final int SHORT = 256 << 10;

    /** What is read of an answer takes so many times its bytes. */
    private static final int UNFOLDED = 4;

    /** The part of the heap that they may have. */
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

    /** For an answer that is about to come, as long as it is in memory. */
    Place coming(String system, long run) throws AnswerTooLong {
        return take(coming, SHORT, system, run, "memory");
    }

    /** @param expected bytes that the answer has at most */
    Place disk(String system, long run, long expected) throws AnswerTooLong {
        return take(disk, expected, system, run, "disk");
    }

    /** For what is made of a long answer as it is read: a page of it, and the record that is one too many. */
    Place read(String system, long run, long length) throws AnswerTooLong {
        long most = Math.min(length, PageMemory.own().page() + systems.longestRecord(system));
        return take(read, UNFOLDED * most, system, run, "memory");
    }

    private Place take(Room room, long bytes, String system, long run, String kind) throws AnswerTooLong {
        return room.take(bytes, run, systems.patience(system))
                .orElseThrow(() -> AnswerTooLong.noRoom(system, systems.patience(system), kind));
    }

    /** Bytes of memory and disk that nobody has. */
    long free() {
        return coming.free() + read.free() + disk.free();
    }

    int waiting() {
        return coming.waiting() + read.waiting() + disk.waiting();
    }
}
