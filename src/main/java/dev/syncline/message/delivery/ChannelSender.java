package dev.syncline.message.delivery;

import dev.syncline.message.channel.Channel;
import dev.syncline.message.channel.Channels;
import dev.syncline.message.channel.Form;
import dev.syncline.message.channel.InvalidMessages;
import dev.syncline.message.channel.MailSettings;
import dev.syncline.message.content.Content;
import dev.syncline.message.content.JsonBody;
import dev.syncline.message.content.Links;
import dev.syncline.message.content.PlainText;
import dev.syncline.message.content.SlackBody;
import dev.syncline.message.content.TeamsBody;
import dev.syncline.message.delivery.MailSender.Mail;
import dev.syncline.system.http.client.TrustedAuthorities;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a message the form of its channel, and sends it by e-mail or to a webhook. */
@ApplicationScoped
class ChannelSender implements Sender {
    private final Channels channels;
    private final Config config;
    private final ZoneId zone;
    private final MailSender mails;
    private final WebhookSender webhooks;

    ChannelSender(
            Channels channels,
            Config config,
            Vertx vertx,
            Clock clock,
            TrustedAuthorities authorities,
            @ConfigProperty(name = "syncline.zone") ZoneId zone,
            @ConfigProperty(name = "syncline.outbox.timeout") Duration timeout) {
        this.channels = channels;
        this.config = config;
        this.zone = zone;
        this.mails = new MailSender(vertx, timeout, authorities.manager());
        this.webhooks = new WebhookSender(clock, timeout, authorities.manager());
    }

    @Override
    public void send(Channel channel, UUID id, Content content) throws NotSent, InterruptedException {
        Links links = new Links(channels.consoleUrl(), zone);
        String name = channel.name();
        try {
            if (channel.form() == Form.EMAIL) {
                mails.send(
                        new Mail(
                                id,
                                channels.addresses(name),
                                content.subject(),
                                PlainText.of(content, id, name, links)),
                        MailSettings.of(config),
                        MailSettings.password(config));
            } else {
                webhooks.send(id, channels.url(name), body(channel, id, content, links), channels.secret(name));
            }
        } catch (InvalidMessages e) { // a secret's file may have changed since the start
            throw NotSent.now(e.getMessage());
        }
    }

    private static String body(Channel channel, UUID id, Content content, Links links) {
        return (switch (channel.form()) {
                    case SLACK -> SlackBody.of(content, links);
                    case TEAMS -> TeamsBody.of(content, links);
                    default -> JsonBody.of(content, id, channel.name(), links);
                })
                .toString();
    }
}
