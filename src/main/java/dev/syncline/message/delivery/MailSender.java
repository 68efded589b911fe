package dev.syncline.message.delivery;

import dev.syncline.message.channel.MailSettings;
import dev.syncline.message.channel.MailSettings.Security;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.X509TrustManager;

/** Sends e-mail by SMTP, with a connection for each message, as they are few. */
final class MailSender {
    private final Vertx vertx;
    private final Duration timeout;
    private final Optional<X509TrustManager> authorities;

    /**
     * @param timeout of a message in all
     * @param authorities that are trusted; empty for those of the runtime
     */
    MailSender(Vertx vertx, Duration timeout, Optional<X509TrustManager> authorities) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.authorities = authorities;
    }

    /** An e-mail. */
    record Mail(UUID id, List<String> to, String subject, String text) {}

    /** @throws NotSent if the server did not take it for each of the addresses */
    void send(Mail mail, MailSettings settings, Optional<String> password) throws NotSent, InterruptedException {
        MailClient client = MailClient.create(vertx, config(settings, password));
        try {
            MailResult result = client.sendMail(message(mail, settings.from()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            List<String> refused = mail.to().stream()
                    .filter(address -> !result.getRecipients().contains(address))
                    .toList();
            if (!refused.isEmpty()) { // those who have it must not get it again
                throw NotSent.ever("The mail server took the message, but not for " + String.join(", ", refused)
                        + ". Correct the address");
            }
        } catch (ExecutionException e) {
            throw NotSent.now("The mail server " + settings.host() + " did not take it: " + reason(e.getCause()));
        } catch (TimeoutException e) {
            throw NotSent.now(
                    "The mail server " + settings.host() + " has not answered within " + timeout.toSeconds() + " s");
        } finally {
            client.close();
        }
    }

    private static String reason(Throwable failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return failure.getCause() == null || failure.getCause() == failure
                ? text
                : text + " (" + failure.getCause().getMessage() + ")";
    }

    private MailConfig config(MailSettings settings, Optional<String> password) {
        MailConfig config = new MailConfig()
                .setHostname(settings.host())
                .setPort(settings.port())
                .setStarttls(
                        settings.security() == Security.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setSsl(settings.security() == Security.TLS)
                .setLogin(settings.username().isPresent() ? LoginOption.REQUIRED : LoginOption.NONE)
                .setKeepAlive(false)
                .setAllowRcptErrors(true)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis() / 2));
        config.setIdleTimeout(Math.toIntExact(timeout.toMillis())).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (settings.security() != Security.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
            authorities.ifPresent(manager -> config.setTrustOptions(TrustOptions.wrap(manager)));
        }
        settings.username().ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        return config;
    }

    private static MailMessage message(Mail mail, String from) {
        MailMessage message = new MailMessage()
                .setFrom(from)
                .setTo(mail.to())
                .setSubject(mail.subject())
                .setText(mail.text());
        String domain = from.substring(from.indexOf('@') + 1);
        message.addHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
        message.addHeader("Auto-Submitted", "auto-generated"); // stops out-of-office replies
        return message;
    }
}
