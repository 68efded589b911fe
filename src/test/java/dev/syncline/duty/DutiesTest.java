package dev.syncline.duty;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutiesTest {
    private static final Duration SOON = Duration.ofMillis(5);

    private final Duties duties = new Duties();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final AtomicInteger rounds = new AtomicInteger();

    @BeforeEach
    void start() {
        duties.watch(null);
    }

    @AfterEach
    void stop() {
        duties.stop(null);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, java.sql.SQLException.class, InterruptedException.class})
    void anExceptionEndsNoDutyAndIsNoReasonToRestart(Class<? extends Exception> kind) throws Exception {
        repeat();
        thrown.set(kind.getConstructor(String.class).newInstance("the hub is away"));
        awaitRounds(3);
        assertEquals(List.of(), duties.problems());
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, OutOfMemoryError.class})
    void anErrorEndsNoDutyAndIsToldUntilARoundComesThrough(Class<? extends Error> kind) throws Exception {
        repeat();
        thrown.set(kind.getConstructor(String.class).newInstance("too much"));
        await().until(() -> duties.problems().equals(List.of("work: " + kind.getName() + ": too much")));
        awaitRounds(3);
        thrown.set(null);
        await().until(() -> duties.problems().isEmpty());
    }

    @Test
    void anErrorOfMemoryThatEndedSomeWorkIsToldThoughItsThreadGoesOn() {
        duties.heed("A run", new IllegalStateException(new RuntimeException("wrapped", new OutOfMemoryError("heap"))));
        assertEquals(List.of("A run ended by java.lang.OutOfMemoryError: heap"), duties.problems());
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, IllegalStateException.class})
    void whatCostsOneRunAloneIsNoReasonToRestart(Class<? extends Throwable> kind) throws Exception {
        duties.heed(
                "A run",
                new IllegalStateException(kind.getConstructor(String.class).newInstance("its own")));
        assertEquals(List.of(), duties.problems());
    }

    @Test
    void aThreadThatDiedOfAnErrorIsToldForEver() throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    throw new NoSuchMethodError("gone");
                },
                "unlucky");
        thread.start();
        thread.join();
        assertEquals(List.of("Thread unlucky died of java.lang.NoSuchMethodError: gone"), duties.problems());
    }

    @Test
    void oneThatDiedOfAnExceptionIsNot() throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("no matter");
        });
        thread.start();
        thread.join();
        assertEquals(List.of(), duties.problems());
    }

    @Test
    void aDutyThatWasStoppedIsMissedByNobody() {
        Duty duty = repeat();
        awaitRounds(1);
        duty.stop();
        assertEquals(List.of(), duties.problems());
    }

    private Duty repeat() {
        return duties.repeat("work", Duration.ZERO, SOON, () -> {
            rounds.incrementAndGet();
            Throwable now = thrown.get();
            if (now instanceof Error error) {
                throw error;
            } else if (now != null) {
                throw (Exception) now;
            }
        });
    }

    private void awaitRounds(int more) {
        int before = rounds.get();
        await().until(() -> rounds.get() >= before + more);
        assertTrue(rounds.get() > before);
    }
}
