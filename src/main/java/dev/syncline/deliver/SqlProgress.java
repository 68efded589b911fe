package dev.syncline.deliver;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import java.util.List;

/** How far a batch is; what was written stays written when the target is lost after it. */
final class SqlProgress {
    /** How often one record may break off before it is passed over; about a minute, with the pauses between. */
    static final int MOST_BREAKS = 10;

    private final List<Delivery> deliveries;
    private int written;
    private int advancedAt = -1;
    private Answer uncertain;
    private boolean mayBeThere;
    private int breaks;
    private boolean isPassingOver;
    private boolean hasPassedOver;

    SqlProgress(List<Delivery> deliveries) {
        this.deliveries = deliveries;
    }

    /** Returns the record that is to be written next; null after the last. */
    Judged next() {
        return written < deliveries.size() ? deliveries.get(written).record() : null;
    }

    void committing(Answer answer) {
        uncertain = uncertain == null || answer.result() != Result.UNCHANGED
                ? answer
                : new Answer(uncertain.result(), answer.ref(), null); // it had come through
    }

    void rolledBack() {
        uncertain = null;
    }

    /** The connection is lost; a commit that was under way may have come through. */
    void brokeOff() {
        mayBeThere |= uncertain != null;
        breaks++;
    }

    /**
     * Whether the record is passed over now, as it broke off again and again while the target could be reached each time.
     * Not when the record before was passed over, too: then it is the target.
     */
    boolean passesOver() {
        isPassingOver = breaks + 1 >= MOST_BREAKS && !hasPassedOver;
        return isPassingOver;
    }

    /** The record counts as created or updated, though a repetition found nothing to do. */
    void answered(Answer answer) {
        boolean cameThrough = answer.result() == Result.UNCHANGED && uncertain != null;
        deliveries.get(written++).answer((cameThrough ? uncertain : answer).certain(!mayBeThere && !isPassingOver));
        uncertain = null;
        mayBeThere = false;
        breaks = 0;
        hasPassedOver = isPassingOver;
        isPassingOver = false;
    }

    /** Whether something was answered since the last call: then this is another outage. */
    boolean hasAdvanced() {
        boolean has = written > advancedAt;
        advancedAt = written;
        return has;
    }
}
