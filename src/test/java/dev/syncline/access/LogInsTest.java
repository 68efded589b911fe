package dev.syncline.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who guesses waits; who is known at the same address does not. */
class LogInsTest {
    private static final String ADDRESS = "10.0.0.1";

    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final LogIns logIns = new LogIns(users(), Clock.systemUTC(), Duration.ofHours(1));

    private static Users users() {
        Map<String, String> passwords = new HashMap<>();
        Stream.concat(Stream.of("alice", "bob"), IntStream.range(0, 30).mapToObj(i -> "user-" + i))
                .forEach(name -> passwords.put("syncline.users." + name + ".password", "right"));
        return new Users(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(passwords, "test", 100))
                .build());
    }

    @Test
    void aUserWhoIsKnownDoesNotWaitForGuessesOfOtherNamesFromTheAddress() {
        assertEquals("alice", logIn("alice", "right").join());
        for (int i = 0; i < 30; i++) {
            logIn("user-" + i, "guessed"); // the last of them for minutes
        }
        CompletableFuture<String> further = logIn("bob", "right");
        assertEquals("alice", logIn("alice", "right").join());
        assertFalse(further.isDone(), "one who was not right before waits");
        assertFalse(logIn("alice", "guessed").isDone(), "and so does a wrong password");
    }

    @Test
    void guessesOfAUsersOwnNameKeepThatUserWaitingAtThatAddressAlone() {
        assertEquals("alice", logIn("alice", "right").join());
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> wrong = logIn("alice", "guess " + i);
            assertEquals(
                    AuthenticationFailedException.class,
                    assertThrows(CompletionException.class, wrong::join)
                            .getCause()
                            .getClass());
        }
        assertEquals(List.of("alice", "alice", "alice"), failed);
        for (int i = 3; i < 13; i++) {
            logIn("alice", "guess " + i);
        }
        assertFalse(logIn("alice", "right").isDone(), "or guesses could be told from it at any rate");
        assertEquals("alice", logIn("alice", "right", "10.0.0.2").join());
    }

    private CompletableFuture<String> logIn(String name, String password) {
        return logIn(name, password, ADDRESS);
    }

    private CompletableFuture<String> logIn(String name, String password, String address) {
        AuthenticationRequestContext atOnce = new AuthenticationRequestContext() {
            @Override
            public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> check) {
                return Uni.createFrom().item(check);
            }
        };
        return logIns.check(
                        name,
                        password,
                        address,
                        atOnce,
                        user -> QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(user.name()))
                                .build(),
                        failed::add)
                .map(identity -> identity.getPrincipal().getName())
                .subscribeAsCompletionStage();
    }
}
