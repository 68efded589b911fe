package dev.syncline.message;

import dev.syncline.message.channel.Channel;
import java.time.Instant;

/**
 * What a channel has sent, and what it still has to send.
 *
 * @param receiver e-mail addresses, or the host of a webhook
 * @param lastSentAt null before the first message
 * @param lastError why a message was not sent; null if none failed so far
 * @param waiting number of messages that are still to be sent
 * @param open number of causes of which it was told, and which are not over
 */
public record ChannelState(
        Channel channel,
        String receiver,
        Instant lastSentAt,
        String lastError,
        Instant lastErrorAt,
        long waiting,
        long open) {}
