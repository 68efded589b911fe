package dev.syncline.system.http;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.system.CallTimes;
import dev.syncline.system.CallWaits;
import dev.syncline.system.Systems;
import dev.syncline.system.WatchedCall;
import dev.syncline.system.http.Room.Reservation;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of all systems together have so much memory and disk, and no more, whoever asks and however much comes. */
class AnswerRoomTest {
    private static final int SHORT = AnswerRoom.SHORT;
    private static final Duration LONG = Duration.ofMinutes(3);

    private final RunsThatWait runs = new RunsThatWait();
    private final Systems systems = new Systems(
            new SmallRyeConfigBuilder()
                    .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                    .withSources(new PropertiesConfigSource(
                            Map.of(
                                    "syncline.systems.impatient.patience",
                                    "PT0S",
                                    "syncline.systems.tiny.longest-record",
                                    "1K"),
                            "test"))
                    .build(),
            null);

    @Test
    void aCallWaitsInLineUntilAllThatItNeedsIsFree() {
        Room room = new Room(100, runs, Clock.systemUTC());
        Reservation first = room.take(60, 1, LONG).orElseThrow();
        CompletableFuture<Reservation> large =
                CompletableFuture.supplyAsync(() -> room.take(1_000, 2, LONG).orElseThrow());
        await().until(() -> room.waiting() == 1);
        CompletableFuture<Reservation> small =
                CompletableFuture.supplyAsync(() -> room.take(10, 3, LONG).orElseThrow());
        await().until(() -> room.waiting() == 2);
        assertEquals(40, room.free(), "who waits has taken nothing");
        first.close();
        first.close();
        assertEquals(100, large.join().held(), "all there is where it wants more");
        assertFalse(small.isDone(), "nobody overtakes");
        large.join().shrink(90);
        small.join().close();
        large.join().close();
        assertEquals(100, room.free());
    }

    @Test
    void theWaitIsItsRunsAndEndsWhenThatIsCancelledOrTheProgramStops() {
        Room room = new Room(100, runs, Clock.systemUTC());
        Reservation first = room.take(100, 1, LONG).orElseThrow();
        CompletableFuture<Object> second = CompletableFuture.supplyAsync(() -> room.take(10, 2, LONG));
        await().until(() -> room.waiting() == 1 && runs.waiting.contains(2L));
        runs.cancel();
        CompletionException failure = assertThrows(CompletionException.class, second::join);
        assertEquals("cancelled", failure.getCause().getMessage());
        assertEquals(0, room.waiting());
        first.close();
        assertEquals(100, room.free());
    }

    @Test
    void whatIsGrantedAsTheWaitEndsIsGivenBack() {
        Reservation[] first = new Reservation[1];
        Room room = new Room(100, new EndsAsItIsGranted(() -> first[0].close()), Clock.systemUTC());
        first[0] = room.take(100, 1, LONG).orElseThrow();
        assertThrows(IllegalStateException.class, () -> room.take(10, 2, LONG));
        assertEquals(100, room.free());
        assertEquals(0, room.waiting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "disk"})
    void aCallThatFindsNoRoomForTooLongFailsAndSaysWhatToSet(String kind) throws IOException {
        AnswerRoom room = room(4 * SHORT, SHORT);
        try (Reservation all = kind.equals("memory") ? room.coming("erp", 1) : room.disk("erp", 1, SHORT)) {
            String reason = assertThrows(AnswerTooLong.class, () -> {
                        if (kind.equals("memory")) {
                            room.coming("impatient", 2);
                        } else {
                            room.disk("impatient", 2, 1);
                        }
                    })
                    .getMessage();
            assertTrue(reason.contains("system impatient") && reason.contains("syncline.answers." + kind), reason);
            assertTrue(all.held() > 0);
        }
    }

    @Test
    void aShortAnswerStaysInMemoryAndALongOneInAFileUntilTheyAreClosed() throws IOException {
        AnswerRoom room = room(1 << 20, 4 << 20);
        long all = room.free();
        for (int length : List.of(0, 1, SHORT - 1, SHORT, SHORT + 1, 3 << 20)) {
            byte[] sent = new byte[length];
            new Random(length).nextBytes(sent);
            KeptAnswer kept = kept(room, new ByteArrayInputStream(sent), 4 << 20);
            assertEquals(length <= SHORT, kept.inMemory());
            assertEquals(length, kept.length());
            assertEquals(all - Math.max(length, length <= SHORT ? SHORT : 0), room.free(), "of " + length);
            assertEquals(length == 0 ? -1 : sent[0] & 0xff, kept.read());
            kept.reset();
            assertArrayEquals(sent, kept.readAllBytes(), "can be read again");
            kept.close();
            kept.close();
            assertEquals(all, room.free(), "of " + length);
            assertThrows(IOException.class, kept::read);
        }
    }

    @Test
    void whatDoesNotComeWholeGivesBackWhatItTook() throws IOException {
        AnswerRoom room = room(1 << 20, 1 << 20);
        long all = room.free();
        InputStream tooLong = new ByteArrayInputStream(new byte[2 << 20]);
        String reason = assertThrows(AnswerTooLong.class, () -> kept(room, tooLong, Long.MAX_VALUE))
                .getMessage();
        assertTrue(reason.contains("syncline.answers.disk"), reason);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[500_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        });
        assertThrows(IOException.class, () -> kept(room, broken, 1 << 20));
        assertEquals(all, room.free());
    }

    @Test
    void manyCallsOfManyRunsComeToAnEndInLittleRoom() throws Exception {
        AnswerRoom room = room(4 * SHORT, 1 << 20);
        long all = room.free();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        AtomicLong read = new AtomicLong();
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int length = i % 3 == 0 ? 700_000 : i % 3 == 1 ? 300_000 : 1_000;
                long run = i % 20;
                calls.add(threads.submit(() -> {
                    Reservation place = room.coming("tiny", run);
                    try (KeptAnswer kept = KeptAnswer.of(
                            limited(new ByteArrayInputStream(new byte[length])), "tiny", run, room, place, length)) {
                        read.addAndGet(kept.readAllBytes().length);
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(67 * 700_000L + 67 * 300_000L + 66 * 1_000L, read.get());
        assertEquals(all, room.free());
        assertEquals(0, room.waiting());
    }

    private AnswerRoom room(long memory, long disk) {
        return new AnswerRoom(systems, runs, Clock.systemUTC(), memory, disk);
    }

    private static KeptAnswer kept(AnswerRoom room, InputStream body, long expected) throws IOException {
        Reservation place = room.coming("erp", 1);
        boolean isKept = false;
        try {
            KeptAnswer kept = KeptAnswer.of(limited(body), "erp", 1, room, place, expected);
            isKept = true;
            return kept;
        } finally {
            if (!isKept) {
                place.close();
            }
        }
    }

    private static LimitedAnswer limited(InputStream body) {
        return new LimitedAnswer(
                new InputStreamEntity(body, ContentType.APPLICATION_JSON),
                "erp",
                Long.MAX_VALUE,
                false,
                LONG,
                brokenOff -> {},
                () -> {},
                () -> {});
    }

    /** A run that is cancelled in the moment in which its call is granted what it waits for. */
    private record EndsAsItIsGranted(Runnable grant) implements CallWaits {
        @Override
        public void await(long run, String system, Instant until, boolean isShown) {
            throw new AssertionError("A call that wants room awaits what opens it");
        }

        @Override
        public void await(long run, Instant until, CountDownLatch opened) {
            grant.run();
            assertEquals(0, opened.getCount());
            throw new IllegalStateException("cancelled");
        }

        @Override
        public WatchedCall watch(long run, CallTimes call, Runnable cutOff) {
            throw new AssertionError("A call that wants room awaits what opens it");
        }
    }

    /** Runs whose calls wait until they are granted, or the test cancels them all. */
    private static final class RunsThatWait implements CallWaits {
        private final List<Long> waiting = new CopyOnWriteArrayList<>();
        private final List<CountDownLatch> latches = new CopyOnWriteArrayList<>();
        private volatile RuntimeException why;

        void cancel() {
            why = new IllegalStateException("cancelled");
            latches.forEach(CountDownLatch::countDown);
        }

        @Override
        public void await(long run, String system, Instant until, boolean isShown) {
            throw new UnsupportedOperationException("Calls wait for room here, and never for a system");
        }

        @Override
        public void await(long run, Instant until, CountDownLatch opened) {
            latches.add(opened);
            waiting.add(run);
            try {
                if (opened.await(Duration.between(Instant.now(), until).toNanos(), TimeUnit.NANOSECONDS)
                        && why != null) {
                    throw why;
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                waiting.remove(run);
                latches.remove(opened);
            }
        }

        @Override
        public WatchedCall watch(long run, CallTimes call, Runnable cutOff) {
            throw new UnsupportedOperationException("Who waits for room does nothing that could be cut off");
        }
    }
}
