package dev.syncline.message;

import dev.syncline.message.channel.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a channel knows with what is the matter now. A cause is told when it has lasted for a while, and is over
 * when it has been gone for a while; in between, it may come and go without a message. A failed run is a fact, and told
 * at once.
 */
final class CauseBook {
    private final Instant now;
    private final Duration after;
    private final Map<CauseId, KnownCause> known = new HashMap<>();
    private final List<KnownCause> changed = new ArrayList<>();
    private final List<CauseId> removed = new ArrayList<>();
    private final List<Cause> begun = new ArrayList<>();
    private final List<KnownCause> over = new ArrayList<>();

    /** @param after how long a cause must last, and be gone */
    CauseBook(Instant now, Duration after, List<KnownCause> known) {
        this.now = now;
        this.after = after;
        known.forEach(cause -> this.known.put(cause.id(), cause));
    }

    /** @param causes those of the situation that concern the channel */
    void compare(List<Cause> causes, Situation situation) {
        Map<CauseId, KnownCause> gone = new HashMap<>(known);
        for (Cause cause : causes) {
            gone.remove(cause.id());
            lasts(cause, known.get(cause.id()));
        }
        gone.values().stream().filter(cause -> situation.isDecided(cause.id())).forEach(this::isGone);
    }

    private void lasts(Cause cause, KnownCause before) {
        KnownCause now =
                before == null ? new KnownCause(cause.id(), cause.title(), cause.path(), this.now, null, null) : before;
        if (!now.isTold() && isLongEnough(cause, now)) {
            begun.add(cause);
            changed.add(new KnownCause(cause.id(), cause.title(), cause.path(), now.since(), this.now, null));
        } else if (before == null || before.goneSince() != null) {
            changed.add(now.gone(null));
        }
    }

    private boolean isLongEnough(Cause cause, KnownCause known) {
        return cause.id().kind().equals(Kinds.RUN_FAILED)
                || !now.isBefore(known.since().plus(after));
    }

    private void isGone(KnownCause cause) {
        if (!cause.isTold()) {
            removed.add(cause.id());
        } else if (cause.goneSince() == null && !after.isZero()) {
            changed.add(cause.gone(now));
        } else if (cause.goneSince() == null || !now.isBefore(cause.goneSince().plus(after))) {
            removed.add(cause.id());
            over.add(cause.goneSince() == null ? cause.gone(now) : cause);
        }
    }

    /** Returns causes to be stored as they are here. */
    List<KnownCause> changed() {
        return changed;
    }

    /** Returns causes to be forgotten. */
    List<CauseId> removed() {
        return removed;
    }

    /** Returns causes whose beginning has yet to be announced. */
    List<Cause> begun() {
        return begun;
    }

    /** Returns causes whose end has yet to be announced. */
    List<KnownCause> over() {
        return over;
    }

    /** Returns since when the cause has lasted. */
    Instant since(CauseId id) {
        return known.containsKey(id) ? known.get(id).since() : now;
    }
}
