package dev.syncline.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.message.delivery.Receiver.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks to a real HTTP receiver. */
class WebhookSenderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String SECRET = "the secret of the receiver";
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Receiver receiver = new Receiver();
    private final WebhookSender sender = new WebhookSender(CLOCK, Duration.ofSeconds(60), Optional.empty());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aReceiverCanCheckWhoSentItWhenAndWhetherItKnowsIt() throws Exception {
        UUID id = UUID.randomUUID();
        String body = "{\"text\":\"Grüße €\"}";
        sender.send(id, receiver.url(), body, Optional.of(SECRET));
        Call call = receiver.calls().get(0);
        assertEquals(body, new String(call.body(), StandardCharsets.UTF_8));
        assertEquals("application/json; charset=UTF-8", call.headers().get("content-type"));
        assertEquals(id.toString(), call.headers().get("x-syncline-message-id"));
        assertEquals(id.toString(), call.headers().get("idempotency-key"));
        String timestamp = call.headers().get("x-syncline-timestamp");
        assertEquals(Long.toString(NOW.getEpochSecond()), timestamp);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "v1=" + HexFormat.of().formatHex(mac.doFinal(call.body())),
                call.headers().get("x-syncline-signature"));
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        sender.send(UUID.randomUUID(), receiver.url(), "{}", Optional.empty());
        assertFalse(receiver.calls().get(0).headers().containsKey("x-syncline-signature"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, false, PT2M",
        "429, '', false, PT0S",
        "429, soon, false, PT0S",
        "429, 999999, false, PT1H",
        "503, 'Sun, 1 Mar 2026 08:05:00 GMT', false, PT5M",
        "503, 'Sun, 1 Mar 2026 07:00:00 GMT', false, PT0S",
        "500, 120, false, PT0S",
        "404, '', false, PT0S",
        "401, '', false, PT0S",
        "400, '', true, PT0S",
        "413, '', true, PT0S",
        "422, '', true, PT0S"
    })
    void whatTheReceiverAnswersSaysWhetherAndWhenItIsTriedAgain(
            int status, String retryAfter, boolean isFinal, Duration pause) {
        receiver.answer(status, retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter), "no_service");
        NotSent failure = assertThrows(NotSent.class, this::send);
        assertEquals(isFinal, failure.isFinal());
        assertEquals(pause, failure.pause());
        assertEquals("localhost answered " + status + ": no_service", failure.getMessage());
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer(307, Map.of("Location", receiver.url().resolve("/other").toString()), "");
        NotSent failure = assertThrows(NotSent.class, this::send);
        assertEquals("localhost answered 307", failure.getMessage());
        assertEquals(1, receiver.calls().size());
    }

    @Test
    void aReceiverThatHangsIsLeftAfterAWhile() {
        receiver.hang();
        WebhookSender hasty = new WebhookSender(CLOCK, Duration.ofMillis(300), Optional.empty());
        NotSent failure = assertThrows(
                NotSent.class, () -> hasty.send(UUID.randomUUID(), receiver.url(), "{}", Optional.empty()));
        assertFalse(failure.isFinal());
    }

    @Test
    void onlyTheBeginningOfAnAnswerIsRead() {
        receiver.answer(500, Map.of(), "x\n".repeat(1_000_000));
        NotSent failure = assertThrows(NotSent.class, this::send);
        assertTrue(failure.getMessage().length() < 300, failure.getMessage());
    }

    @Test
    void anAddressIsNotInAnError() {
        NotSent refused = assertThrows(
                NotSent.class,
                () -> sender.send(
                        UUID.randomUUID(),
                        URI.create("http://localhost:1/hook/the-secret-path"),
                        "{}",
                        Optional.empty()));
        assertFalse(refused.getMessage().contains("secret-path"), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("localhost cannot be reached"), refused.getMessage());
    }

    private void send() throws NotSent, InterruptedException {
        sender.send(UUID.randomUUID(), receiver.url(), "{}", Optional.of(SECRET));
    }
}
