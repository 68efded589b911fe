package dev.syncline.message;

import java.time.Instant;

/**
 * A cause as a channel knows it.
 *
 * @param toldAt when the channel was told; null if it has not lasted long enough
 * @param goneSince null while it lasts
 */
record KnownCause(CauseId id, String title, String path, Instant since, Instant toldAt, Instant goneSince) {
    boolean isTold() {
        return toldAt != null;
    }

    KnownCause gone(Instant at) {
        return new KnownCause(id, title, path, since, toldAt, at);
    }
}
