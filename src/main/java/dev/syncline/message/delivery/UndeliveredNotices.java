package dev.syncline.message.delivery;

import dev.syncline.message.channel.Kinds;
import dev.syncline.record.Notices;
import jakarta.enterprise.context.ApplicationScoped;

/** Raises a notice for each channel whose messages were given up, until one arrives. */
@ApplicationScoped
class UndeliveredNotices implements Undelivered {
    private final Notices notices;

    UndeliveredNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void gaveUp(String channel, String reason) {
        notices.raise(
                Kinds.MESSAGE_NOT_SENT,
                null,
                channel,
                "A message to '" + channel + "' was given up: " + reason + ". Correct syncline.messages." + channel
                        + ", and send a test message; the first message that arrives resolves this");
    }

    @Override
    public void delivered(String channel) {
        notices.clear(Kinds.MESSAGE_NOT_SENT, null, channel);
    }
}
