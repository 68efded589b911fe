package dev.syncline.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.syncline.message.channel.MailSettings;
import dev.syncline.message.channel.MailSettings.Security;
import dev.syncline.message.delivery.MailSender.Mail;
import dev.syncline.support.BlackHole;
import dev.syncline.support.OwnAuthority;
import dev.syncline.system.http.client.Authorities;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail to a real SMTP server. */
class MailSenderTest {
    private static final String FROM = "syncline@example.com";
    private static final String PASSWORD = "the-password-of-syncline";
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static OwnAuthority authority;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeAll
    static void certificate() throws Exception {
        authority = OwnAuthority.in(folder);
        System.setProperty("greenmail.tls.keystore.file", authority.keys().toString());
        System.setProperty("greenmail.tls.keystore.password", OwnAuthority.PASSWORD);
    }

    @AfterAll
    static void forget() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("it@example.com", "it", "other-password");
        server.setUser(FROM, "syncline", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailArrivesWithItsIdAndItsSubject() throws Exception {
        UUID id = UUID.randomUUID();
        String text = "Zeile eins\n.\nLine with a dot before\nGrüße €\n";
        sender(none())
                .send(
                        new Mail(id, List.of("it@example.com", "erp@example.com"), "FAILING a-to-b: Größe ✓", text),
                        settings(Security.NONE, plainPort(), false),
                        Optional.empty());
        assertTrue(server.waitForIncomingEmail(2));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("FAILING a-to-b: Größe ✓", mail.getSubject());
        assertEquals("<" + id + "@example.com>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        assertEquals(FROM, mail.getFrom()[0].toString());
        assertEquals(
                text.strip(), mail.getContent().toString().replace("\r\n", "\n").strip());
        assertEquals(2, server.getReceivedMessages().length, "one for each address");
    }

    @Test
    void aMailIsSentAfterStartTlsAndALogIn() throws Exception {
        try (StartTlsFront front = new StartTlsFront(authority, plainPort())) {
            sender(own()).send(mail(), settings(Security.STARTTLS, front.port(), true), Optional.of(PASSWORD));
            assertEquals(1, front.encrypted());
        }
        assertTrue(server.waitForIncomingEmail(1));
    }

    @Test
    void aMailIsSentByTlsFromTheFirstByte() throws Exception {
        sender(own()).send(mail(), settings(Security.TLS, tlsPort(), true), Optional.of(PASSWORD));
        assertTrue(server.waitForIncomingEmail(1));
    }

    @Test
    void aServerWithoutStartTlsGetsNoPassword() {
        NotSent failure = assertThrows(NotSent.class, () -> sender(own())
                .send(mail(), settings(Security.STARTTLS, plainPort(), true), Optional.of(PASSWORD)));
        assertFalse(failure.isFinal());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() {
        NotSent failure = assertThrows(NotSent.class, () -> sender(none())
                .send(mail(), settings(Security.TLS, tlsPort(), true), Optional.of(PASSWORD)));
        assertFalse(failure.isFinal());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        NotSent failure = assertThrows(NotSent.class, () -> sender(own())
                .send(mail(), settings(Security.TLS, tlsPort(), true), Optional.of("wrong-password")));
        assertTrue(failure.getMessage().startsWith("The mail server localhost did not take it"), failure.getMessage());
        assertFalse(failure.getMessage().contains("wrong-password"), failure.getMessage());
        assertFalse(failure.isFinal());
    }

    @Test
    void aServerThatHangsIsLeftAfterAWhile() throws Exception {
        try (BlackHole hole = new BlackHole(plainPort())) {
            hole.swallow(true);
            NotSent failure = assertThrows(NotSent.class, () -> new MailSender(VERTX, Duration.ofMillis(300), none())
                    .send(mail(), settings(Security.NONE, hole.port(), false), Optional.empty()));
            assertNotNull(failure.getMessage());
            assertNull(failure.getCause());
        }
    }

    private static Mail mail() {
        return new Mail(UUID.randomUUID(), List.of("it@example.com"), "LATE a-to-b: Things are late", "text");
    }

    private static MailSettings settings(Security security, int port, boolean hasUser) {
        return new MailSettings(
                "localhost", port, security, hasUser ? Optional.of("syncline") : Optional.empty(), FROM);
    }

    private static MailSender sender(Optional<X509TrustManager> authorities) {
        return new MailSender(VERTX, Duration.ofSeconds(60), authorities);
    }

    private static Optional<X509TrustManager> none() {
        return Optional.empty();
    }

    private static Optional<X509TrustManager> own() {
        return Authorities.in(authority.certificate());
    }

    private int plainPort() {
        return server.getSmtp().getPort();
    }

    private int tlsPort() {
        return server.getSmtps().getPort();
    }
}
