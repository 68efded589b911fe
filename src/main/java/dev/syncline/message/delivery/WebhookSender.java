package dev.syncline.message.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Posts messages to webhooks, signed if they have a secret. Does not follow redirects. */
final class WebhookSender {
    /** Statuses by which a receiver says that it will never take this body. */
    private static final Set<Integer> NEVER = Set.of(400, 413, 414, 422);

    private static final Set<Integer> PAUSE = Set.of(429, 503);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ANSWER = 200;

    private final Clock clock;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * @param timeout of a call in all, with its answer
     * @param authorities that are trusted; empty for those of the runtime
     */
    WebhookSender(Clock clock, Duration timeout, Optional<X509TrustManager> authorities) {
        this.clock = clock;
        this.timeout = timeout;
        HttpClient.Builder builder =
                HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(timeout.dividedBy(2));
        authorities.ifPresent(manager -> builder.sslContext(trusting(manager)));
        this.client = builder.build();
    }

    private static SSLContext trusting(X509TrustManager authorities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {authorities}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Posts a body of JSON.
     *
     * @throws NotSent if the receiver did not take it; does not name more of its address than the host
     */
    void send(UUID id, URI url, String json, Optional<String> secret) throws NotSent, InterruptedException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder call = HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("User-Agent", "Syncline")
                .header("X-Syncline-Message-Id", id.toString())
                .header("Idempotency-Key", id.toString())
                .header("X-Syncline-Timestamp", timestamp);
        secret.ifPresent(key -> call.header("X-Syncline-Signature", "v1=" + signature(key, timestamp, body)));
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(call.build(), head -> new FirstBytes());
        try {
            check(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), url.getHost());
        } catch (TimeoutException e) {
            throw NotSent.now(url.getHost() + " has not answered within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            // its text may hold the address
            throw NotSent.now(url.getHost() + " cannot be reached: "
                    + e.getCause().getClass().getSimpleName());
        } finally {
            answer.cancel(true);
        }
    }

    private void check(HttpResponse<byte[]> answer, String host) throws NotSent {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
        String reason = host + " answered " + status
                + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), LONGEST_ANSWER)));
        if (NEVER.contains(status)) {
            throw NotSent.ever(reason);
        }
        throw PAUSE.contains(status)
                ? NotSent.before(
                        pause(answer.headers().firstValue("Retry-After").orElse("")), reason)
                : NotSent.now(reason);
    }

    /** Reads seconds or a date; an hour at most, as some receivers ask for more than they need. */
    private Duration pause(String retryAfter) {
        Duration pause;
        try {
            pause = retryAfter.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Returns the HMAC-SHA256 of timestamp, dot and body, in hexadecimal. */
    static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
