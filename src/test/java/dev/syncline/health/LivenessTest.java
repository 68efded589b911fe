package dev.syncline.health;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a restart mends makes the process not alive; and nothing else does. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class LivenessTest {
    @Inject
    Duties duties;

    @Inject
    SchedulerThreads scheduler;

    @Test
    void isUpAndKnowsTheThreadsOfTheScheduler() {
        live(200).body("checks.find { it.name == 'threads' }.status", equalTo("UP"));
        assertEquals(3, ClientProxy.unwrap(scheduler).threads().size());
    }

    @Test
    void isDownWhileThreadsWaitForEachOther() throws Exception {
        Lock one = new ReentrantLock();
        Lock other = new ReentrantLock();
        CyclicBarrier both = new CyclicBarrier(2);
        Thread first = new Thread(() -> lock(one, other, both), "first");
        Thread second = new Thread(() -> lock(other, one, both), "second");
        first.start();
        second.start();
        try {
            await().until(() -> given().get("/q/health/live").statusCode() == 503);
            live(503)
                    .body(
                            "checks.find { it.name == 'threads' }.data.reason",
                            containsString("Thread first and second"));
        } finally {
            first.interrupt();
            second.interrupt();
        }
        first.join();
        second.join();
        live(200);
    }

    @Test
    void isDownWhileADutyEndsInErrors() {
        Duty duty = duties.repeat("doomed", Duration.ZERO, Duration.ofMillis(10), () -> {
            throw new NoClassDefFoundError("gone");
        });
        await().until(() -> given().get("/q/health/live").statusCode() == 503);
        live(503)
                .body(
                        "checks.find { it.name == 'threads' }.data.reason",
                        containsString("doomed: java.lang.NoClassDef"));
        duty.stop();
        live(200);
    }

    private static void lock(Lock mine, Lock others, CyclicBarrier both) {
        mine.lock();
        try {
            both.await();
            others.lockInterruptibly();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        } finally {
            mine.unlock();
        }
    }

    private static ValidatableResponse live(int status) {
        return given().get("/q/health/live").then().statusCode(status);
    }
}
