package dev.syncline.system.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.system.check.CheckResult.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A check of a system ends in time, whatever the system does, and leaves one alone that asked for it. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SystemCheckTest {
    private static final String SECRET = "hunter2-of-the-check";

    @Inject
    SystemCheck check;

    @Test
    void aDatabaseTellsItsNameOrThatItRefusesTheUser() {
        CheckResult erp = check.check("erp").join();
        assertEquals(Outcome.REACHED, erp.outcome(), erp.answer());
        assertTrue(erp.answer().startsWith("PostgreSQL "), erp.answer());
        assertTrue(erp.tried().contains("signs in to jdbc:postgresql://"), erp.tried());

        String url = ConfigProvider.getConfig().getValue("syncline.systems.erp.jdbc-url", String.class);
        set("refusing", "jdbc-url", url.replaceAll("/erp\\b", "/no-such-database"));
        set("refusing", "username", "postgres");
        set("refusing", "password", SECRET);
        CheckResult refused = check.check("refusing").join();
        assertEquals(Outcome.REFUSED, refused.outcome(), refused.answer());
        assertTrue(refused.answer().contains("syncline.systems.refusing.jdbc-url"), refused.answer());
        assertFalse((refused.answer() + refused.tried()).contains(SECRET));
    }

    @Test
    void whatHangsAnswersWithinItsTimeOutHoweverOftenItIsAskedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            set("hung-sql", "jdbc-url", "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/erp");
            set("hung-http", "url", "http://localhost:" + silent.getLocalPort());
            set("hung-http", "token", SECRET);
            for (String name : new String[] {"hung-sql", "hung-http"}) {
                set(name, "timeout", "PT0.3S");
                CompletableFuture<CheckResult> first = check.check(name);
                CheckResult second = check.check(name).join();
                assertEquals(Outcome.TIMED_OUT, second.outcome(), name + ": " + second.answer());
                assertEquals(Outcome.TIMED_OUT, first.join().outcome(), name);
                assertFalse((second.answer() + second.tried()).contains(SECRET), second.tried());
            }
        }
    }

    @Test
    void anAddressThatNamesAUserIsNotCalledAndNotShown() {
        set("naming", "url", "http://user:" + SECRET + "@localhost:1");
        CheckResult refused = check.check("naming").join();
        assertEquals(Outcome.FAILED, refused.outcome(), refused.answer());
        assertFalse((refused.answer() + refused.tried()).contains(SECRET), refused.tried());
    }

    @Test
    void whatAskedForAPauseIsNotCalledAndWhatHasNoAddressOrAnInvalidSettingIsSaid() {
        Database hub = Database.hub();
        set("resting", "url", "http://localhost:1");
        hub.execute("insert into sync_system (name, not_before) values ('resting', now() + interval '1 hour')");
        try {
            CheckResult resting = check.check("resting").join();
            assertEquals(Outcome.NOT_CALLED, resting.outcome());
            assertTrue(resting.answer().contains("asked for a pause until"), resting.answer());
        } finally {
            hub.execute("delete from sync_system where name = 'resting'");
        }
        CheckResult unknown = check.check("no-such-system").join();
        assertEquals(Outcome.NOT_CALLED, unknown.outcome());
        assertTrue(unknown.answer().contains("syncline.systems.no-such-system.url"), unknown.answer());
        set("odd", "url", "http://localhost:1");
        set("odd", "timeout", "soon");
        assertEquals(Outcome.NOT_CALLED, check.check("odd").join().outcome());
    }

    private static void set(String system, String setting, String value) {
        System.setProperty("syncline.systems." + system + "." + setting, value);
    }
}
