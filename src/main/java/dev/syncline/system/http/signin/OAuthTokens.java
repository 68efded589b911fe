package dev.syncline.system.http.signin;

import dev.syncline.secret.Secrets;
import dev.syncline.system.Systems;
import dev.syncline.system.http.client.SystemClients;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;

/**
 * The OAuth2 token of a system, which all calls of the process share. It is renewed shortly before it expires, and when the
 * system refuses it; calls that need a new one at the same time wait for one renewal.
 */
final class OAuthTokens implements SignIn {
    /** A token is renewed when a tenth of its time is left, but no earlier than that. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(1);

    private final String system;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private Token current;
    private String refreshToken;
    private FutureTask<Token> renewal;

    OAuthTokens(String system, Systems systems, SystemClients clients, Clock clock) {
        this.system = system;
        this.endpoint = new TokenEndpoint(system, systems, clients);
        this.clock = clock;
    }

    /**
     * @param renewAt from then on a new one is wanted
     * @param end from then on it is not accepted any more
     */
    private record Token(String text, Instant renewAt, Instant end) {}

    @Override
    public void sign(ClassicHttpRequest request) throws IOException {
        request.setHeader("Authorization", "Bearer " + token());
    }

    @Override
    public boolean renew(ClassicHttpRequest refused) {
        Header sent = refused.getFirstHeader("Authorization");
        synchronized (this) {
            if (current != null && sent != null && sent.getValue().equals("Bearer " + current.text())) {
                current = null;
            }
        }
        return sent != null;
    }

    private String token() throws IOException {
        FutureTask<Token> wanted;
        boolean isOwn = false;
        Token old;
        synchronized (this) {
            Instant now = clock.instant();
            if (current != null && now.isBefore(current.renewAt())) {
                return current.text();
            }
            old = current != null && now.isBefore(current.end()) ? current : null;
            if (renewal == null) {
                renewal = new FutureTask<>(this::renewed);
                isOwn = true;
            }
            wanted = renewal;
        }
        if (isOwn) {
            wanted.run();
        }
        try {
            return wanted.get().text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for a token of system " + system + " was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TokenUnavailable && old != null) {
                return old.text(); // it is accepted for a while
            }
            throw failure(e.getCause());
        }
    }

    /** Each call that waited for the renewal fails as that did. */
    private static IOException failure(Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        return new IOException(cause);
    }

    private Token renewed() throws IOException {
        try {
            String last;
            synchronized (this) {
                last = refreshToken;
            }
            Instant asked = clock.instant();
            TokenAnswer answer = endpoint.ask(last);
            Secrets.remember("token of system " + system, answer.token());
            Duration life = answer.life();
            Duration ahead = life.dividedBy(10).compareTo(MOST_AHEAD) < 0 ? life.dividedBy(10) : MOST_AHEAD;
            Instant end = asked.plus(life);
            Token token = new Token(answer.token(), end.minus(ahead), end);
            synchronized (this) {
                current = token;
                if (answer.refreshToken() != null) {
                    Secrets.remember("refresh token of system " + system, answer.refreshToken());
                    refreshToken = answer.refreshToken();
                }
            }
            return token;
        } finally {
            synchronized (this) {
                renewal = null;
            }
        }
    }
}
