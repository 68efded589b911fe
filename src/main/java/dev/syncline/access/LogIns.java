package dev.syncline.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks log-ins. */
@ApplicationScoped
public class LogIns {
    /** Replaces an unknown name in logs and audit, as it may be a mistyped password. */
    public static final String UNKNOWN = "(unknown)";

    private static final int MOST_PLACES = 10_000;
    private static final String MAC = "HmacSHA256";

    private final Users users;
    private final LogInTurns turns;
    private final SecretKeySpec key = new SecretKeySpec(new SecureRandom().generateSeed(32), MAC);

    /** By name, a digest of the last correct password with the hash that it was checked against, as bcrypt is slow. */
    private final Map<String, byte[]> right = new ConcurrentHashMap<>();

    /** Equal concurrent log-ins, which are checked once. */
    private final Map<String, Uni<SecurityIdentity>> underWay = new ConcurrentHashMap<>();

    LogIns(
            Users users,
            Clock clock,
            @ConfigProperty(name = "syncline.log-ins.longest-delay", defaultValue = "2s") Duration longest) {
        this.users = users;
        this.turns = new LogInTurns(clock, longest, MOST_PLACES);
    }

    /**
     * Returns the identity of the user, or a failure.
     *
     * @param network the network of the caller
     * @param context runs slow checks on a worker thread
     * @param onFailure called with the name that failed, on a worker thread
     */
    public Uni<SecurityIdentity> check(
            String name,
            String password,
            String network,
            AuthenticationRequestContext context,
            Function<User, SecurityIdentity> identity,
            Consumer<String> onFailure) {
        String attempt = Base64.getEncoder().encodeToString(mac(name, password, network));
        return Uni.createFrom()
                .deferred(() -> underWay.computeIfAbsent(attempt, same -> {
                    String who = users.isKnown(name) ? name : UNKNOWN;
                    return inTurn(
                                    who,
                                    network,
                                    isKnownAsRight(name, password),
                                    () -> context.runBlocking(() -> {
                                        Optional<User> user = find(name, password);
                                        if (user.isEmpty()) {
                                            onFailure.accept(who);
                                            throw new AuthenticationFailedException();
                                        }
                                        return identity.apply(user.get());
                                    }))
                            .onTermination()
                            .invoke(() -> underWay.remove(attempt))
                            .memoize()
                            .indefinitely();
                }));
    }

    /**
     * @param isKnown whether the password was correct before; then only failures of its name delay it, not those of its
     *     address
     */
    private Uni<SecurityIdentity> inTurn(
            String who, String network, boolean isKnown, Supplier<Uni<SecurityIdentity>> check) {
        Optional<LogInTurns.Turn> taken = turns.take(who, network);
        if (taken.isEmpty()) {
            return Uni.createFrom().failure(new TooManyLogIns());
        }
        LogInTurns.Turn turn = taken.get();
        Duration delay = isKnown ? turn.ofNameAlone() : turn.delay();
        Uni<Void> start = Uni.createFrom().voidItem();
        return (delay.isZero() ? start : start.onItem().delayIt().by(delay))
                .onItem()
                .transformToUni(now -> check.get())
                .onTermination()
                .invoke((identity, failure, isCancelled) -> turns.end(turn, identity != null));
    }

    private Optional<User> find(String name, String password) {
        Optional<User> user = users.find(name);
        if (user.isEmpty()) {
            Passwords.checkNobody(password);
        }
        return user.filter(known -> isRight(known, password));
    }

    /** Returns whether the password was correct last time, and the user's password has not changed since. */
    private boolean isKnownAsRight(String name, String password) {
        return right.containsKey(name)
                && users.find(name)
                        .filter(user -> isKnownAsRight(user, mac(name, password, user.password())))
                        .isPresent();
    }

    private boolean isKnownAsRight(User user, byte[] given) {
        byte[] last = right.get(user.name());
        return last != null && MessageDigest.isEqual(last, given);
    }

    private boolean isRight(User user, String password) {
        byte[] given = mac(user.name(), password, user.password());
        if (isKnownAsRight(user, given)) {
            return true;
        }
        boolean isRight = Passwords.matches(password, user.password());
        if (isRight) {
            right.put(user.name(), given);
        }
        return isRight;
    }

    private byte[] mac(String... texts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                mac.update((byte) ' ');
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
