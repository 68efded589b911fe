package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;

/**
 * How a record is.
 *
 * @param action what was done at the target, {@link Action#NONE} when nothing was
 * @param isTransient whether it failed by something that can heal
 * @param reason why it is not a success; null when it is
 */
public record RecordState(RecordStatus status, Action action, boolean isTransient, String reason) {
    public static RecordState success(Action action) {
        return new RecordState(RecordStatus.SUCCESS, action, false, null);
    }

    /** The same with a reason that can be kept and shown. */
    RecordState shown() {
        String shown = Escaped.of(Secrets.masked(reason));
        return shown == null || shown.equals(reason) ? this : new RecordState(status, action, isTransient, shown);
    }
}
