package dev.syncline.message.channel;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/**
 * A person or a group that gets messages, by e-mail or a webhook. Its addresses and secrets are read when they are
 * needed.
 *
 * @param kinds what its messages are about
 * @param after how long a state must last before it is told, and be gone before that is told
 * @param summaryAt when its daily summary is sent
 */
public record Channel(
        String name,
        Form form,
        Set<String> kinds,
        Interest interest,
        Rhythm rhythm,
        Duration after,
        LocalTime summaryAt) {
    public boolean wants(String kind) {
        return kinds.contains(kind);
    }

    public boolean hasSummary() {
        return wants(Kinds.DAILY_SUMMARY);
    }

    /** Returns the settings of which the times of its digests and summaries are made. */
    public String rhythmText() {
        return rhythm + " / " + (hasSummary() ? summaryAt : "no summary");
    }
}
