package dev.syncline.message;

import dev.syncline.message.channel.Channel;
import java.time.Instant;

/**
 * When something is due in a channel.
 *
 * @param rhythm the settings of which the times were made
 * @param nextDigest null if messages are sent at once
 * @param nextSummary null if it has no daily summary
 */
record ChannelRow(String rhythm, Instant nextDigest, Instant nextSummary) {
    /** Returns whether it is due, and its time was made of these settings. */
    boolean isDigestDue(Channel channel, Instant now) {
        return isDue(channel, nextDigest, now);
    }

    boolean isSummaryDue(Channel channel, Instant now) {
        return isDue(channel, nextSummary, now);
    }

    private boolean isDue(Channel channel, Instant next, Instant now) {
        return rhythm.equals(channel.rhythmText()) && next != null && !now.isBefore(next);
    }
}
